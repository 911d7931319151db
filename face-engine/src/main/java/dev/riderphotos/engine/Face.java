package dev.riderphotos.engine;

import org.jspecify.annotations.Nullable;

/**
 * A face in a picture, and all that was measured on it.
 *
 * @param box around the face from brow to chin, cut off at the picture's edges
 * @param score how sure the detector is that this is a face, 0.5 to 1
 * @param landmarks eyes, nose, mouth and jaw
 * @param sunglasses whether it wears sunglasses
 * @param pose where it is turned to
 * @param brightness mean luminance within the box, 0 (black) to 100 (white); good photos have 40 to
 *     70
 * @param sharpness 0 (blurred, or far too small) to 100; good photos have 80 and more, those
 *     enlarged fourfold about 40
 * @param descriptor who it is
 * @param signals what the model's pack says beside; null if it has none that does
 */
public record Face(
    Box box,
    float score,
    Landmarks landmarks,
    Sunglasses sunglasses,
    Pose pose,
    float brightness,
    float sharpness,
    Descriptor descriptor,
    @Nullable Signals signals) {
  /** The same face, where it lies in another picture. */
  Face at(Box place, Landmarks points) {
    return new Face(
        place, score, points, sunglasses, pose, brightness, sharpness, descriptor, signals);
  }
}
