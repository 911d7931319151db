package dev.riderphotos.extraction;

import dev.riderphotos.photo.Photo;

/**
 * The picture that crops are cut out of.
 *
 * @param faces how many it has, be they cut out or not
 */
record Origin(ExtractionRequest request, Photo photo, String etag, int faces) {}
