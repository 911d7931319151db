package dev.riderphotos.face;

/**
 * A face of the collection that looks like the one searched for.
 *
 * @param similarity 0 to 100, as Rekognition's
 * @param duplicate whether the collection takes both for one person, by the rule it was given; on a
 *     large collection stricter than any fixed similarity
 */
public record FaceMatch(IndexedFace face, double similarity, boolean duplicate) {}
