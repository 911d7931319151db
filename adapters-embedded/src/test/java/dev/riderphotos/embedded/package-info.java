/** The embedded adapters keep the contracts, and what else they promise. */
@NullMarked
package dev.riderphotos.embedded;

import org.jspecify.annotations.NullMarked;
