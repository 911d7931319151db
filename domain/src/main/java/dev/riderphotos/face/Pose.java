package dev.riderphotos.face;

/** How a head is turned, in degrees; all zero looks straight into the camera. */
public record Pose(double yaw, double pitch, double roll) {}
