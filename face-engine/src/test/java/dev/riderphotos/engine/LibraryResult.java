package dev.riderphotos.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** A face as the JavaScript library measured it, and how far ours is from it. */
record LibraryResult(JsonNode box, JsonNode landmarks, JsonNode descriptor) {

  /** The farthest of the box's four numbers, in pixels. */
  double boxDifference(Face face) {
    Box ours = face.box();
    double position = Math.max(difference(ours.x(), box, 0), difference(ours.y(), box, 1));
    double size = Math.max(difference(ours.width(), box, 2), difference(ours.height(), box, 3));
    return Math.max(position, size);
  }

  /** The farthest coordinate of a landmark, in pixels. */
  double landmarkDifference(Face face) {
    double largest = 0;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      Point ours = face.landmarks().point(i);
      largest = Math.max(largest, difference(ours.x(), landmarks.get(i), 0));
      largest = Math.max(largest, difference(ours.y(), landmarks.get(i), 1));
    }
    return largest;
  }

  double cosine(Face face) {
    float[] ours = face.descriptor().toFloats();
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < ours.length; i++) {
      double other = descriptor.get(i).doubleValue();
      product += ours[i] * other;
      square += ours[i] * ours[i];
      otherSquare += other * other;
    }
    return product / Math.sqrt(square * otherSquare);
  }

  private static double difference(double ours, JsonNode theirs, int index) {
    return Math.abs(ours - theirs.get(index).doubleValue());
  }
}
