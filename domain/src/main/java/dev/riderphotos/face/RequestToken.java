package dev.riderphotos.face;

/**
 * Names a call that may be made again without being done again, in the alphabet Rekognition allows:
 * 1 to 64 of {@code a-zA-Z0-9-_}.
 */
public record RequestToken(String value) {
  public RequestToken {
    if (!value.matches("[a-zA-Z0-9\\-_]{1,64}")) {
      throw new IllegalArgumentException("Not a request token: " + value);
    }
  }
}
