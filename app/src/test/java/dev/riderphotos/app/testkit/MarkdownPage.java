package dev.riderphotos.app.testkit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the project's papers, as GitHub shows it.
 *
 * @param lines without blocks of code
 */
public record MarkdownPage(Path file, List<String> lines) {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "data");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern LINK = Pattern.compile("(?:]\\(|(?:src|href)=\")([^)\"\\s]+)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");
  private static final Pattern LINKED = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  /** By its path from the project's root. */
  public static MarkdownPage of(String path) throws IOException {
    return read(ROOT.resolve(path));
  }

  public static MarkdownPage read(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(file)) {
      boolean fence = line.strip().startsWith("```");
      code ^= fence;
      if (!code && !fence) {
        lines.add(line);
      }
    }
    return new MarkdownPage(file, List.copyOf(lines));
  }

  /** Every paper of the project. */
  public static List<Path> all() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** Its path from the project's root. */
  public String name() {
    return ROOT.relativize(file).toString();
  }

  /** The rows of all tables, each with its cells; those that only part the heads are left out. */
  public List<List<String>> rows() {
    return lines.stream()
        .filter(line -> line.startsWith("|") && !line.startsWith("| ---"))
        .map(line -> Stream.of(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .toList();
  }

  /** What it links to, or shows. */
  public List<String> links() {
    return lines.stream()
        .flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll("`code`")).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** What a link may name behind {@code #}, as GitHub makes it of headings. */
  public Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    for (String line : lines) {
      HEADING
          .matcher(line)
          .results()
          .map(MarkdownPage::anchor)
          .forEach(
              anchor -> {
                int before = times.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
              });
    }
    return anchors;
  }

  private static String anchor(MatchResult heading) {
    return LINKED
        .matcher(heading.group(1))
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || " -_".indexOf(c) >= 0)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .replace(' ', '-');
  }
}
