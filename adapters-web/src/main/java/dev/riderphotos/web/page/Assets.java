package dev.riderphotos.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Styles, scripts and pictures of the pages under an address that changes with any of them, so that
 * browsers need not ask again. They stand side by side there, and name each other as they do in
 * {@code /static}.
 */
@Singleton
final class Assets {
  static final String PATH = "/assets";

  private static final String FOLDER = "dev/riderphotos/web-static/";
  private static final String ONE_OF_THEM = "rider-photos.css";
  private static final Pattern NAME = Pattern.compile("([a-z0-9-]+/)*[a-z0-9-]+(\\.[a-z0-9]+)+");
  private static final int VERSION = 16;

  private final String version;

  Assets() {
    this.version = version();
  }

  /** Where the pages find them. */
  String base() {
    return PATH + "/" + version;
  }

  boolean present(String asked) {
    return asked.equals(version);
  }

  /** Empty if there is no such file. */
  Optional<byte[]> find(String name) {
    return NAME.matcher(name).matches() ? Optional.ofNullable(read(name)) : Optional.empty();
  }

  static MediaType type(String name) {
    return MediaType.forFilename(name);
  }

  private static byte @Nullable [] read(String name) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static String version() {
    URL one = Assets.class.getClassLoader().getResource(FOLDER + ONE_OF_THEM);
    if (one == null) {
      return "none"; // there are no pages without them
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names(one)) {
        digest.update(name.getBytes(UTF_8));
        byte[] content = read(name);
        if (content != null) {
          digest.update(content);
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Set<String> names(URL one) throws IOException {
    if (one.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(FOLDER) && !name.endsWith("/"))
          .map(name -> name.substring(FOLDER.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    Path folder = requireNonNull(Path.of(URI.create(one.toString())).getParent());
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      return all.stream()
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
