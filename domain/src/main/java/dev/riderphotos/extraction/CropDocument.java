package dev.riderphotos.extraction;

import java.net.URI;
import java.time.Instant;

/**
 * What is told of a crop, beside it.
 *
 * @param url where the crop is kept
 * @param etag the one that S3 gives the crop
 * @param at when the crop was made
 */
public record CropDocument(Origin origin, FaceCrop crop, URI url, String etag, Instant at) {}
