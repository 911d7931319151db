package dev.riderphotos.extraction;

import dev.riderphotos.photo.Photo;

/**
 * The picture that crops are cut out of.
 *
 * @param etag the one that S3 gives the picture
 * @param faces how many it has, be they cut out or not
 */
public record Origin(ExtractionRequest request, Photo photo, String etag, int faces) {}
