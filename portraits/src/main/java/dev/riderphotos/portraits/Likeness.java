package dev.riderphotos.portraits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that makes one person's picture look like that person. */
record Likeness(
    Person person,
    Skin skin,
    Skull skull,
    Eyes eyes,
    Brows brows,
    Nose nose,
    Mouth mouth,
    Marks marks,
    Hair hair,
    Beard beard,
    Clothes clothes,
    Optional<Glasses> spectacles) {

  static Likeness of(Person person) {
    Nature nature = Nature.of(person);
    Skin skin = Skin.of(person, nature);
    Skull skull = Skull.of(person, nature);
    Hair hair = Hair.of(person, nature, skin, skull);
    return new Likeness(
        person,
        skin,
        skull,
        Eyes.of(person, nature, skin, skull),
        Brows.of(person, nature, skull, hair.color()),
        Nose.of(person, nature, skull),
        Mouth.of(person, nature, skull, skin),
        Marks.of(person, nature, skin, skull),
        hair,
        Beard.of(person, nature, skull, hair.color()),
        Clothes.of(person, nature),
        Glasses.spectacles(person));
  }

  Relief relief() {
    List<Bump> bumps = new ArrayList<>(eyes.bumps());
    bumps.add(brows.bump());
    bumps.addAll(nose.bumps());
    bumps.addAll(mouth.bumps(skull));
    bumps.add(new Bump(0.58 * skull.width(), 0.36, 0.3, 0.26, 0.1));
    bumps.add(new Bump(0, -0.65, 0.6, 0.4, 0.05));
    return new Relief(skull, bumps);
  }
}
