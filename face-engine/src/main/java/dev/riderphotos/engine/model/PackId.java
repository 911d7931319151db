package dev.riderphotos.engine.model;

import java.util.regex.Pattern;

/**
 * What a model pack is called, {@code ID@VERSION}.
 *
 * @param name 1 to 40 small letters, digits and hyphens, no hyphen first
 * @param version 1 to 40 letters, digits, dots, hyphens and underscores, a letter or digit first
 */
public record PackId(String name, String version) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

  /**
   * Takes both as they are.
   *
   * @throws IllegalArgumentException when one is not as above, with a sentence that says so
   */
  public PackId {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A pack's id has 1 to 40 small letters, digits and hyphens, not '%s'".formatted(name));
    }
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "A pack's version has 1 to 40 letters, digits, dots, hyphens and underscores, not '%s'"
              .formatted(version));
    }
  }

  /**
   * Reads {@code ID@VERSION}.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  public static PackId of(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException("A pack is called ID@VERSION, not '%s'".formatted(text));
    }
    return new PackId(text.substring(0, at), text.substring(at + 1));
  }

  @Override
  public String toString() {
    return name + "@" + version;
  }
}
