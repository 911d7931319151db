package dev.riderphotos.portraits;

import java.awt.Color;
import java.util.List;

/** The colours of a face. */
record Skin(Color base, Color shade, Color shine, Color lips, boolean freckled) {
  private static final Color WARM = new Color(255, 240, 220);
  private static final Color ROSE = new Color(186, 62, 66);
  private static final List<Color> LIPSTICKS =
      List.of(ROSE, new Color(206, 30, 44), new Color(124, 26, 58), new Color(226, 96, 96));

  private static final List<Color> TONES =
      List.of(
          new Color(242, 214, 194),
          new Color(240, 202, 178),
          new Color(232, 186, 156),
          new Color(222, 172, 136),
          new Color(205, 152, 112),
          new Color(180, 126, 88),
          new Color(150, 102, 72),
          new Color(122, 82, 58),
          new Color(100, 66, 48),
          new Color(80, 52, 38));

  static Skin of(Person person, Nature nature) {
    Dice dice = Dice.of(person.seed(), "skin");
    Color base = dice.oneOf(TONES);
    Color lips =
        nature.woman()
            ? Tones.mix(base, dice.oneOf(LIPSTICKS), dice.marked(0.4, 0.9))
            : Tones.mix(base, ROSE, 0.32);
    boolean freckled = base.getRed() > 225 && dice.chance(0.3);
    return new Skin(base, shade(base), Tones.mix(base, WARM, 0.7), lips, freckled);
  }

  // Light that has passed through skin is red.
  private static Color shade(Color base) {
    return new Color(
        base.getRed() * 50 / 100, base.getGreen() * 34 / 100, base.getBlue() * 28 / 100);
  }

  boolean light() {
    return base.getRed() > 200;
  }
}
