package dev.riderphotos.ruler;

import java.util.List;

/**
 * A drawing of lines over two axes, in SVG's units.
 *
 * @param text what it shows, for who does not see it
 */
record Plot(
    String title,
    String text,
    String below,
    List<Tick> ticksBelow,
    List<Tick> ticksBeside,
    List<Line> lines,
    List<Spot> spots) {
  static final int LEFT = 70;
  static final int RIGHT = 624;
  static final int TOP = 12;
  static final int BOTTOM = 268;

  /**
   * @param every "odd" of those that a narrow screen has no room for
   */
  record Tick(String at, String label, String every) {}

  /**
   * @param style a class of the page's style sheet
   */
  record Line(String path, String style) {}

  /**
   * @param low y of its interval's ends
   */
  record Spot(String x, String y, String low, String high, String style) {}
}
