package dev.riderphotos.portraits;

/** A soft hill of the face, or a hollow if its height is negative; the same on both sides. */
record Bump(double x, double y, double radiusX, double radiusY, double height) {
  double heightAt(double distance, double atY) {
    double dx = (distance - x) / radiusX;
    double dy = (atY - y) / radiusY;
    double square = dx * dx + dy * dy;
    return square > 7 ? 0 : height * Math.exp(-square);
  }
}
