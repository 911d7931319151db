package dev.riderphotos.portraits;

/** What several features have in common, so that they suit each other. Age runs from 0 to 1. */
record Nature(boolean woman, double age) {
  static Nature of(Person person) {
    Dice dice = Dice.of(person.seed(), "nature");
    return new Nature(dice.chance(0.5), dice.between(0, 1));
  }

  boolean old() {
    return age > 0.72;
  }
}
