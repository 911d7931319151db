/** Faces by Rekognition, and the claims on them in a table that make one face one rider. */
@NullMarked
package dev.riderphotos.aws.rekognition;

import org.jspecify.annotations.NullMarked;
