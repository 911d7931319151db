/** Who may: keys of operators and programs, links of riders, and the sessions that they open. */
@NullMarked
package dev.riderphotos.access;

import org.jspecify.annotations.NullMarked;
