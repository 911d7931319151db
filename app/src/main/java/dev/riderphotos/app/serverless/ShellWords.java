package dev.riderphotos.app.serverless;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as it is typed. */
public final class ShellWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellWords() {}

  public static String line(List<String> command) {
    return command.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  /** The word as a shell reads it back. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
