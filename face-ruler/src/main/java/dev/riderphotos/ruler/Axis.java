package dev.riderphotos.ruler;

import java.util.Locale;

/** Turns values into coordinates between two ends. */
record Axis(double from, double to, int start, int end, boolean logarithmic) {
  static Axis below(double from, double to) {
    return new Axis(from, to, Plot.LEFT, Plot.RIGHT, false);
  }

  static Axis belowByTens(double from, double to) {
    return new Axis(from, to, Plot.LEFT, Plot.RIGHT, true);
  }

  static Axis beside(double from, double to) {
    return new Axis(from, to, Plot.BOTTOM, Plot.TOP, false);
  }

  String at(double value) {
    double share = (scaled(value) - scaled(from)) / (scaled(to) - scaled(from));
    return String.format(Locale.ROOT, "%.1f", start + Math.clamp(share, 0, 1) * (end - start));
  }

  private double scaled(double value) {
    return logarithmic ? Math.log10(value) : value;
  }
}
