import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks that every Java file is as google-java-format writes it, or ({@code fix}) makes it so. */
public final class Format {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  public static void main(String[] args) throws Exception {
    boolean fix = args.length > 0 && args[0].equals("fix");
    List<Path> wrong = new ArrayList<>();
    for (Path file : javaFiles(Path.of(""))) {
      String source = Files.readString(file);
      String formatted = format(file, source);
      if (!formatted.equals(source)) {
        wrong.add(file);
        if (fix) {
          Files.writeString(file, formatted);
        }
      }
    }
    wrong.forEach(file -> System.out.println((fix ? "formatted " : "not formatted: ") + file));
    if (!fix && !wrong.isEmpty()) {
      System.err.println("Mend with: mvn -N validate -Dformat=fix");
      System.exit(1);
    }
  }

  private static String format(Path file, String source) {
    try {
      String tidy = RemoveUnusedImports.removeUnusedImports(source);
      return new Formatter().formatSource(ImportOrderer.reorderImports(tidy, Style.GOOGLE));
    } catch (FormatterException unparsable) {
      throw new IllegalStateException(file + ": " + unparsable.getMessage(), unparsable);
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skip =
                folder.getFileName() != null && NOT_OURS.contains(folder.getFileName().toString());
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
