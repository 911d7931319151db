package dev.riderphotos.web.object;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes a request wants (RFC 9110, section 14); one range only, as S3 has it. */
sealed interface ByteRange {
  Pattern ONE = Pattern.compile("(?i)bytes=(\\d*)-(\\d*)");

  /** All bytes are asked for: none were named, or in a way that is not understood. */
  record Whole() implements ByteRange {}

  /** The bytes from the first to the last are asked for, counted from 0. */
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /** None of the bytes that are asked for are there. */
  record OutOfBounds() implements ByteRange {}

  /** Reads the header of a request for an object of so many bytes. */
  static ByteRange of(Optional<String> header, long size) {
    Matcher one = ONE.matcher(header.orElse("").strip());
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return new Whole();
    }
    if (one.group(1).isEmpty()) {
      return between(Math.max(0, size - number(one.group(2))), size - 1);
    }
    long first = number(one.group(1));
    long last = one.group(2).isEmpty() ? Long.MAX_VALUE : number(one.group(2));
    return first > last ? new Whole() : between(first, Math.min(last, size - 1));
  }

  private static ByteRange between(long first, long last) {
    return first <= last ? new Part(first, last) : new OutOfBounds();
  }

  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
