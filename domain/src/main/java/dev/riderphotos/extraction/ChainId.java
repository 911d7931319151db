package dev.riderphotos.extraction;

import java.util.UUID;

/**
 * Names what was cut out of one picture with one set of options, and the folder that holds it: the
 * same whenever it is done again. A UUID of version 8, the first half of which tells the source
 * alone; so all that was ever made of a source is found by its name, without a register.
 */
public record ChainId(UUID value) {
  private static final String ROOT = "output/";
  private static final int SOURCE_LENGTH = "xxxxxxxx-xxxx-8xxx-".length();

  static ChainId of(Source source, String etag, ExtractionOptions options) {
    String url = source.url().toString();
    return new ChainId(Uuids.custom(Digests.of(url), Digests.of(url, etag, options.name())));
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not a UUID in its usual form
   */
  public static ChainId of(String text) {
    return new ChainId(Uuids.parse(text));
  }

  /** The chain whose folder holds the file of this name. */
  static ChainId ofName(String name) {
    return of(name.substring(ROOT.length(), name.indexOf('/', ROOT.length())));
  }

  /** What the names begin with of all that was made of the source, whatever was in it. */
  static String prefix(Source source) {
    UUID any = Uuids.custom(Digests.of(source.url().toString()), 0);
    return ROOT + any.toString().substring(0, SOURCE_LENGTH);
  }

  /** What the names of its files begin with; ends with a slash. */
  public String folder() {
    return ROOT + value + "/";
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
