package dev.riderphotos.portraits;

import java.util.List;

/**
 * Somebody who does not exist. The seed decides every feature of the face; the name is only for us.
 *
 * <p>The named people were chosen because the face engine tells them apart: on faceapi-2 two
 * pictures of one of them are less than 0.2 from each other, pictures of any two of them more than
 * 0.6 (six takes of each). People of other seeds may resemble each other. Whoever changes what a
 * seed looks like has to choose again.
 */
public record Person(String name, int seed) {
  public static final Person ADA = new Person("Ada", 798);
  public static final Person BORIS = new Person("Boris", 963);
  public static final Person CLARA = new Person("Clara", 349);
  public static final Person DAVID = new Person("David", 289);
  public static final Person ELENA = new Person("Elena", 414);
  public static final Person FELIX = new Person("Felix", 284);
  public static final Person GRETA = new Person("Greta", 323);
  public static final Person HUGO = new Person("Hugo", 657);
  public static final Person INGRID = new Person("Ingrid", 294);
  public static final Person JONAS = new Person("Jonas", 602);
  public static final Person KIRA = new Person("Kira", 51);
  public static final Person LEON = new Person("Leon", 773);
  public static final Person MAYA = new Person("Maya", 676);
  public static final Person NIKO = new Person("Niko", 755);
  public static final Person OLIVIA = new Person("Olivia", 800);
  public static final Person PABLO = new Person("Pablo", 928);

  private static final List<Person> NAMED =
      List.of(
          ADA, BORIS, CLARA, DAVID, ELENA, FELIX, GRETA, HUGO, INGRID, JONAS, KIRA, LEON, MAYA,
          NIKO, OLIVIA, PABLO);

  /** Lists the people who have names. */
  public static List<Person> named() {
    return NAMED;
  }

  /** Returns the named people first, then others without end; the number is not less than 0. */
  public static Person numbered(int number) {
    return number < NAMED.size() ? NAMED.get(number) : ofSeed(1000 + number);
  }

  /** One of as many people as there are numbers, for tests that need a crowd. */
  public static Person ofSeed(int seed) {
    return new Person("Person " + seed, seed);
  }
}
