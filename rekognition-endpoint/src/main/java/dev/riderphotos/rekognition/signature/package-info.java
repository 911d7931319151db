/** Signature Version 4 of AWS, seen from the side that is called. */
@NullMarked
package dev.riderphotos.rekognition.signature;

import org.jspecify.annotations.NullMarked;
