package dev.riderphotos.engine;

/**
 * How colours of 0 to 255 become what a network was trained on: less a mean, over a divisor.
 *
 * @param divisor of the differences from the mean
 */
record Normalisation(float red, float green, float blue, float divisor) {
  /** The detector's: -1 to 1. */
  static final Normalisation CENTRED = new Normalisation(127.5f, 127.5f, 127.5f, 127.5f);

  /** The other networks': less dlib's mean colour of faces. */
  static final Normalisation MEAN_FACE = new Normalisation(122.782f, 117.001f, 104.298f, 255);
}
