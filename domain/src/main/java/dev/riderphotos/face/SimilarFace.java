package dev.riderphotos.face;

/**
 * A face of a collection that looks like the one searched for.
 *
 * @param similarity 0 to 100
 */
public record SimilarFace(IndexedFace face, double similarity) {}
