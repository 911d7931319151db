package dev.riderphotos.web;

import org.jspecify.annotations.Nullable;

/** Text for a table that a spreadsheet may read. */
public final class SafeCell {
  private static final String FORMULAS = "=+-@\t\r";

  private SafeCell() {}

  /** The value as text; what a spreadsheet would take for a formula begins with an apostrophe. */
  public static String of(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
