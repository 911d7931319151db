package dev.riderphotos.portraits;

import java.util.List;

/**
 * Somebody who does not exist. The seed decides every feature of the face; the name is only for us.
 *
 * <p>The named people were chosen because a face engine tells all of them apart, whatever the take.
 * People of other seeds may resemble each other.
 */
public record Person(String name, int seed) {
  public static final Person ADA = new Person("Ada", 22);
  public static final Person BORIS = new Person("Boris", 23);
  public static final Person CLARA = new Person("Clara", 24);
  public static final Person DAVID = new Person("David", 26);
  public static final Person ELENA = new Person("Elena", 25);
  public static final Person FELIX = new Person("Felix", 27);
  public static final Person GRETA = new Person("Greta", 3);
  public static final Person HUGO = new Person("Hugo", 4);
  public static final Person INGRID = new Person("Ingrid", 20);
  public static final Person JONAS = new Person("Jonas", 12);
  public static final Person KIRA = new Person("Kira", 7);
  public static final Person LEON = new Person("Leon", 14);
  public static final Person MAYA = new Person("Maya", 8);
  public static final Person NIKO = new Person("Niko", 18);
  public static final Person OLIVIA = new Person("Olivia", 13);
  public static final Person PABLO = new Person("Pablo", 2);

  private static final List<Person> NAMED =
      List.of(
          ADA, BORIS, CLARA, DAVID, ELENA, FELIX, GRETA, HUGO, INGRID, JONAS, KIRA, LEON, MAYA,
          NIKO, OLIVIA, PABLO);

  /** Everybody above. */
  public static List<Person> named() {
    return NAMED;
  }

  /** One of as many people as there are numbers, for tests that need a crowd. */
  public static Person ofSeed(int seed) {
    return new Person("Person " + seed, seed);
  }
}
