/** What other programs are told of: that something ended, was decided, or was erased. */
@NullMarked
package dev.riderphotos.announcement;

import org.jspecify.annotations.NullMarked;
