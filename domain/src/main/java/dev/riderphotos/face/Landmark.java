package dev.riderphotos.face;

/**
 * A point of a face, in fractions of the upright picture's width and height; may lie outside it.
 */
public record Landmark(LandmarkType type, double x, double y) {}
