package dev.riderphotos.portraits;

/** What a sitter does with the head and the face in one take. */
record Mood(double smile, double gaze, double lids, double tilt, double turn) {
  static Mood of(long take) {
    Dice dice = Dice.of(take, "mood");
    return new Mood(
        dice.between(0, 1),
        dice.between(-0.15, 0.15),
        dice.between(-0.1, 0.1),
        dice.between(-0.1, 0.1),
        dice.between(-0.8, 0.8));
  }
}
