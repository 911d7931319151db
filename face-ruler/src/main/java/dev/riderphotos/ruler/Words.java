package dev.riderphotos.ruler;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Words {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private Words() {}

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  static String distance(double distance) {
    return String.format(Locale.ENGLISH, "%.3f", distance);
  }

  /** A tenth of a percent, or two digits of what is less. */
  static String percent(double share) {
    double percent = 100 * share;
    return percent == 0 || percent >= 1
        ? String.format(Locale.ENGLISH, "%.1f", percent).replaceFirst("\\.0$", "") + " %"
        : new BigDecimal(percent).round(TWO_DIGITS).stripTrailingZeros().toPlainString() + " %";
  }

  /** One of so many, for shares that are. */
  static String oneIn(double share) {
    return "1 of " + number(Math.round(1 / share));
  }
}
