/**
 * Rekognition's wire protocol (AWS JSON 1.1, Signature Version 4) over the domain's collections.
 */
@NullMarked
package dev.riderphotos.rekognition;

import org.jspecify.annotations.NullMarked;
