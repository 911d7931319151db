@NullMarked
package dev.riderphotos.aws.rekognition;

import org.jspecify.annotations.NullMarked;
