/** Photos decoded, thumbnailed and cut with what the JDK and Thumbnailator bring. */
@NullMarked
package dev.riderphotos.imaging;

import org.jspecify.annotations.NullMarked;
