package dev.riderphotos.portraits;

import java.awt.geom.AffineTransform;
import java.util.Optional;

/** Paints one person, from the hair behind the shoulders to the glasses before the eyes. */
final class Sitter {
  private final Likeness likeness;
  private final Skin skin;
  private final Skull skull;
  private final Mood mood;
  private final Light light;
  private final boolean sunglasses;

  Sitter(Person person, Mood mood, Light light, boolean sunglasses) {
    this.likeness = Likeness.of(person);
    this.skin = likeness.skin();
    this.skull = likeness.skull();
    this.mood = mood;
    this.light = light;
    this.sunglasses = sunglasses;
  }

  void paint(Brush body) {
    Brush head = body.moved(AffineTransform.getRotateInstance(mood.tilt(), 0, skull.chin()));
    likeness.hair().paintBehind(head);
    likeness.clothes().paint(body, new Neck(skull, skin), skull.collar());
    Ears.of(skull, skin).paint(head);
    head.within(skull.outline(), skin.base(), this::paintFace);
    likeness.beard().paint(head);
    paintLooks(turned(head, 1));
    likeness.hair().paintUpon(head);
    paintGlasses(turned(head, 1));
  }

  private void paintFace(Brush face) {
    likeness.relief().paint(turned(face, 1), light, skin);
    likeness.marks().paint(turned(face, 1), mood, skin);
    face.softLine(skull.outline(), 0.22, Tones.faded(skin.shade(), 0.3));
  }

  private void paintLooks(Brush face) {
    likeness.mouth().paint(face, mood, skin);
    likeness.nose().paint(turned(face, 0.5), skin);
    likeness.eyes().paint(face, mood, skin);
    likeness.brows().paint(face, likeness.person());
  }

  private void paintGlasses(Brush face) {
    Optional<Glasses> worn =
        sunglasses ? Optional.of(Glasses.sunglasses(likeness.person())) : likeness.spectacles();
    worn.ifPresent(glasses -> glasses.paint(face, skull));
  }

  // The nearer something is to the camera, the farther a turn of the head moves it.
  private Brush turned(Brush face, double nearness) {
    return face.moved(AffineTransform.getTranslateInstance(mood.turn() * 0.07 * nearness, 0));
  }
}
