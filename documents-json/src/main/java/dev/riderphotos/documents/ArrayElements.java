package dev.riderphotos.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a JSON array in UTF-8 into its elements, without a look at what is in them: so one that is
 * not JSON leaves the others whole, and of one that is too large only the beginning is held.
 * Allowed are a byte order mark at the beginning and a comma after the last element.
 */
final class ArrayElements {
  private static final int BUFFER = 1 << 16;
  private static final int NONE = -1;
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private long read;
  private boolean begun;
  private boolean ended;

  private byte[] element = new byte[0];
  private long length;

  /**
   * Reads nothing yet.
   *
   * @param limit how many bytes of an element are held at most
   */
  ArrayElements(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * Goes to the next element; false after the last, with which the file must end.
   *
   * @throws BrokenRecordsException when the file breaks off, or is no array
   */
  boolean next() throws IOException {
    if (ended) {
      return false;
    }
    int first = begun ? afterComma() : begin();
    begun = true;
    if (first == ']') {
      requireEnd();
      ended = true;
      return false;
    }
    if (first == ',') {
      throw misplaced("an element");
    }
    length = 0;
    copy(first);
    return true;
  }

  /** Whether more of the element came than is held. */
  boolean tooLarge() {
    return length > limit;
  }

  /** What is held of the element: all of it, or its beginning. */
  byte[] bytes() {
    return Arrays.copyOf(element, held());
  }

  /** How many bytes of the file were looked at. */
  long position() {
    return read - end + next;
  }

  private int held() {
    return (int) Math.min(length, limit);
  }

  private int begin() throws IOException {
    int first = read();
    if (first == BYTE_ORDER_MARK[0]) {
      for (int i = 1; i < BYTE_ORDER_MARK.length; i++) {
        require(read() == BYTE_ORDER_MARK[i], "'['");
      }
      first = read();
    }
    require(afterSpace(first) == '[', "'['");
    return afterSpace(read());
  }

  private int afterComma() throws IOException {
    int separator = afterSpace(read());
    if (separator == ']') {
      return separator;
    }
    require(separator == ',', "',' or ']'");
    return afterSpace(read());
  }

  private void requireEnd() throws IOException {
    int after = tryRead();
    while (isSpace(after)) {
      after = tryRead();
    }
    require(after == NONE, "the end of the file");
  }

  private void copy(int first) throws IOException {
    keep(first);
    switch (first) {
      case '{', '[' -> copyNested();
      case '"' -> copyString();
      default -> copyScalar();
    }
  }

  private void copyNested() throws IOException {
    for (long depth = 1; depth > 0; ) {
      int one = copyOne();
      switch (one) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> copyString();
        default -> {}
      }
    }
  }

  private void copyString() throws IOException {
    int one = copyOne();
    while (one != '"') {
      if (one == '\\') {
        int _ = copyOne();
      }
      one = copyOne();
    }
  }

  /** A number, a word, or whatever it is. */
  private void copyScalar() throws IOException {
    int one = read();
    while (!isSpace(one) && one != ',' && one != ']') {
      keep(one);
      one = read();
    }
    next--; // which was read into the buffer just now
  }

  private int copyOne() throws IOException {
    int one = read();
    keep(one);
    return one;
  }

  private void keep(int one) {
    if (length < limit) {
      if (length == element.length) {
        element = Arrays.copyOf(element, (int) Math.min(limit, Math.max(BUFFER, 2 * length)));
      }
      element[(int) length] = (byte) one;
    }
    length++;
  }

  private int afterSpace(int one) throws IOException {
    int after = one;
    while (isSpace(after)) {
      after = read();
    }
    return after;
  }

  private static boolean isSpace(int one) {
    return one == ' ' || one == '\n' || one == '\r' || one == '\t';
  }

  private int read() throws IOException {
    int one = tryRead();
    if (one == NONE) {
      throw new BrokenRecordsException(
          "The file breaks off at byte %d. Write it again, or copy it again.".formatted(position()),
          position());
    }
    return one;
  }

  private int tryRead() throws IOException {
    if (next == end) {
      end = Math.max(0, in.read(buffer));
      next = 0;
      read += end;
      if (end == 0) {
        return NONE;
      }
    }
    return buffer[next++] & 0xFF;
  }

  private void require(boolean there, String wanted) throws BrokenRecordsException {
    if (!there) {
      throw misplaced(wanted);
    }
  }

  private BrokenRecordsException misplaced(String wanted) {
    long at = position() - 1;
    return new BrokenRecordsException(
        "The file is no JSON array of records: at byte %d, %s is missing.".formatted(at, wanted),
        at);
  }
}
