/** Keys of operators and programs, and links of riders, for operators. */
@NullMarked
package dev.riderphotos.web.key;

import org.jspecify.annotations.NullMarked;
