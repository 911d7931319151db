/** What every feature shares: how a backend reports its faults. */
@NullMarked
package dev.riderphotos;

import org.jspecify.annotations.NullMarked;
