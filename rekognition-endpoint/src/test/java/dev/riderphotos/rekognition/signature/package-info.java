@NullMarked
package dev.riderphotos.rekognition.signature;

import org.jspecify.annotations.NullMarked;
