package dev.riderphotos.face;

/**
 * What can be seen of a face, and may be kept and shown: nothing here tells whose it is.
 *
 * @param box where it is
 * @param confidence that it is a face, 0 to 100
 * @param sunglasses whether it wears sunglasses, as who detected it judges: our engine by {@code
 *     Sunglasses} in face-engine
 * @param brightness of the face, 0 to 100
 * @param sharpness of the face, 0 to 100
 */
public record FaceDetail(
    BoundingBox box,
    double confidence,
    boolean sunglasses,
    Pose pose,
    double brightness,
    double sharpness) {}
