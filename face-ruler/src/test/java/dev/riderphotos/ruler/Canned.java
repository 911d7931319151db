package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Descriptors of people who do not exist: photos lie about their person's middle. */
final class Canned {
  static final int LENGTH = 16;

  private static final float AMONG_PEOPLE = 0.2f;
  private static final float WITHIN_PERSON = 0.08f;

  private Canned() {}

  record Shot(String key, String person, String picture, float[] descriptor) {}

  /** So many people with so many photos each; every twentieth photo's picture comes again. */
  static List<Shot> people(long seed, int people, int photosEach) {
    Random random = new Random(seed);
    List<Shot> shots = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      float[] middle = about(new float[LENGTH], AMONG_PEOPLE, random);
      for (int photo = 0; photo < photosEach; photo++) {
        String key = "person-%d/%d.jpg".formatted(person, photo);
        String picture = shots.size() % 20 == 19 ? shots.getLast().picture() : key;
        shots.add(new Shot(key, "person-" + person, picture, about(middle, WITHIN_PERSON, random)));
      }
    }
    return shots;
  }

  /** Every third person is of the first group, one in seven of the second, others of none. */
  static Groups groups(int people) throws IOException {
    StringBuilder csv = new StringBuilder("person,group\n");
    for (int person = 0; person < people; person++) {
      if (group(person) >= 0) {
        csv.append("person-%d,%s\n".formatted(person, group(person) == 0 ? "first" : "second"));
      }
    }
    return Groups.read(new StringReader(csv.toString()));
  }

  static int group(int person) {
    return person % 3 == 0 ? 0 : person % 7 == 1 ? 1 : -1;
  }

  static void add(Photos photos, List<Shot> shots) throws IOException {
    for (Shot shot : shots) {
      if (!photos.takeOver(shot.key())) {
        photos.add(shot.key(), shot.person(), shot.picture().getBytes(UTF_8), shot.descriptor());
      }
    }
  }

  private static float[] about(float[] middle, float spread, Random random) {
    float[] numbers = middle.clone();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += spread * (float) random.nextGaussian();
    }
    return numbers;
  }
}
