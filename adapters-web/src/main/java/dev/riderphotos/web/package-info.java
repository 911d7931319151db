/** What all pages and routes share: problems, and who may ask. */
@NullMarked
package dev.riderphotos.web;

import org.jspecify.annotations.NullMarked;
