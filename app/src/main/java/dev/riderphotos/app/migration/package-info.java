/**
 * What the run of a migration needs, and the server's and the commands' common way to give orders.
 */
@NullMarked
package dev.riderphotos.app.migration;

import org.jspecify.annotations.NullMarked;
