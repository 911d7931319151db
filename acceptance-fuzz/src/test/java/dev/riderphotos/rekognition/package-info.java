@NullMarked
package dev.riderphotos.rekognition;

import org.jspecify.annotations.NullMarked;
