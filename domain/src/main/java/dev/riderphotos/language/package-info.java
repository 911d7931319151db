/**
 * The languages that riders are spoken to in, and the sentences that reach them by whatever way.
 */
@NullMarked
package dev.riderphotos.language;

import org.jspecify.annotations.NullMarked;
