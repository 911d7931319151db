package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Which group each person belongs to, as far as somebody said. */
public final class Groups {
  /** Each group is counted by itself, and that takes a megabyte. */
  public static final int MOST = 30;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

  private final List<String> names = new ArrayList<>();
  private final DigestTable people = new DigestTable();

  private Groups() {}

  /** Nobody belongs to any. */
  public static Groups none() {
    return new Groups();
  }

  /**
   * Reads a CSV file (UTF-8, RFC 4180) whose first line is {@code person,group}.
   *
   * @throws IllegalArgumentException if it is not such a file, says two groups of one person, or
   *     has more than {@link #MOST} groups; the message names the line
   */
  public static Groups read(Path csv) throws IOException {
    try (Reader reader = Files.newBufferedReader(csv, UTF_8)) {
      return read(reader);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The file of groups is not in UTF-8: save it as such", e);
    }
  }

  /** As {@link #read(Path)}; closes nothing. */
  public static Groups read(Reader csv) throws IOException {
    Groups groups = new Groups();
    try (CSVParser parser = CSVParser.builder().setReader(csv).setFormat(FORMAT).get()) {
      boolean titled = false;
      for (CSVRecord line : parser) {
        if (titled) {
          groups.add(line, parser.getCurrentLineNumber());
        } else {
          requireTitles(line);
          titled = true;
        }
      }
      if (!titled) {
        throw new IllegalArgumentException(
            "The file of groups is empty: its first line is \"person,group\"");
      }
    } catch (CSVException e) {
      throw new IllegalArgumentException("The file of groups is no CSV: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw unread(e);
    }
    return groups;
  }

  /** The names of the groups, as they first appear in the file. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** How many people belong to a group. */
  public int people() {
    return people.size();
  }

  /** The place of a person's group among the names, or -1. */
  int of(long person) {
    return people.get(person);
  }

  private static void requireTitles(CSVRecord line) {
    List<String> titles = line.stream().map(Groups::withoutMark).toList();
    if (!titles.equals(List.of("person", "group"))) {
      throw new IllegalArgumentException(
          "The first line of the file of groups is \"person,group\", not \"%s\""
              .formatted(String.join(",", titles)));
    }
  }

  /** Spreadsheets put a byte-order mark before the first title. */
  private static String withoutMark(String title) {
    return title.startsWith("\uFEFF") ? title.substring(1) : title;
  }

  private void add(CSVRecord line, long number) {
    if (line.size() != 2 || line.get(0).isEmpty() || line.get(1).isEmpty()) {
      throw refused(number, "is not a person and a group");
    }
    int group = numberOf(line.get(1), number);
    long person = Digest.of(line.get(0));
    int known = people.get(person);
    if (known >= 0 && known != group) {
      throw refused(
          number,
          "says that %s is of %s, and an earlier one said %s"
              .formatted(line.get(0), line.get(1), names.get(known)));
    }
    people.put(person, group);
  }

  private int numberOf(String group, long line) {
    int known = names.indexOf(group);
    if (known >= 0) {
      return known;
    }
    if (names.size() == MOST) {
      throw refused(line, "names one group more than the %d that are measured".formatted(MOST));
    }
    names.add(group);
    return names.size() - 1;
  }

  private static IllegalArgumentException refused(long line, String why) {
    return new IllegalArgumentException("Line %d of the file of groups %s".formatted(line, why));
  }

  /** The parser's iterator wraps what it meets. */
  private static RuntimeException unread(UncheckedIOException e) throws IOException {
    if (e.getCause() instanceof CSVException malformed) {
      return new IllegalArgumentException(
          "The file of groups is no CSV: " + malformed.getMessage(), e);
    }
    throw e.getCause();
  }
}
