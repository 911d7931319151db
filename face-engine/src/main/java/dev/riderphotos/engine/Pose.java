package dev.riderphotos.engine;

/**
 * Where a face is turned to, in degrees, all zero when it looks into the camera with level eyes.
 * Yaw and pitch are coarse (an open mouth alone moves the pitch by some 20): of use with wide
 * limits only, such as 45.
 *
 * @param yaw positive when the nose points to the right edge of the picture
 * @param pitch positive when the nose points up
 * @param roll positive when the head is tilted clockwise, as seen in the picture
 */
public record Pose(float yaw, float pitch, float roll) {}
