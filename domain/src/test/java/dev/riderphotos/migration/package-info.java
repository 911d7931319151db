/** Tests of moving a collection. */
package dev.riderphotos.migration;
