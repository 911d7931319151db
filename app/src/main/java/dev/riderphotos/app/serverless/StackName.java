package dev.riderphotos.app.serverless;

import java.util.regex.Pattern;

/** The name of a stack, short and plain enough for the names of buckets that begin with it. */
public record StackName(String value) {
  private static final Pattern FIT = Pattern.compile("[a-z][a-z0-9-]{0,17}");

  public StackName {
    if (!FIT.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A stack's name is at most 18 lower-case letters, digits and hyphens, a letter first: "
              + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
