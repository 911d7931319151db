package dev.riderphotos.embedded.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.engine.model.PackRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A package of npm's registry, fetched by the npm client that is installed, as it is configured
 * there. Nothing of it is run.
 *
 * @param integrity as in a lock file: {@code sha512-} and the hash in base64
 */
record NpmPackage(String name, String version, String integrity) {
  /** What the program is called. */
  static final String CLIENT = "npm";

  /** What npm says before it comes to the point. */
  private static final Pattern DETAIL = Pattern.compile("^(code|errno|syscall|path|dest)\\b");

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LARGEST_FILE = 100L << 20;

  /**
   * Fetches the archive.
   *
   * @param folder gets it
   * @param client the program, found as programs are
   * @throws PackFetchException when npm is not installed, or does not get it
   * @throws PackRefusedException when it is not the one that the integrity says
   */
  Path fetch(Path folder, String client) throws IOException {
    Path said = folder.resolve("npm.log");
    Process npm = start(client, folder, said);
    try {
      if (!npm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new PackFetchException("npm did not fetch %s within 10 minutes.".formatted(this));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PackFetchException("Fetching %s was interrupted.".formatted(this));
    } finally {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      Process _ = npm.destroyForcibly();
    }
    if (npm.exitValue() != 0) {
      throw new PackFetchException(
          "npm could not fetch %s. It said: %s".formatted(this, firstError(said)));
    }
    return verified(archive(folder));
  }

  /**
   * Takes files out of a fetched archive.
   *
   * @param paths of the files in it; each goes into the folder by its last name
   * @throws PackRefusedException when the archive is damaged
   */
  static void extract(Path archive, Set<String> paths, Path folder) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && paths.contains(entry.getName()) && entry.getSize() <= LARGEST_FILE) {
          Files.copy(tar, folder.resolve(lastName(entry.getName())));
        }
      }
    } catch (FileAlreadyExistsException twice) {
      throw new PackRefusedException("The fetched archive has a file twice.", twice);
    } catch (FileSystemException disk) {
      throw disk;
    } catch (IOException | IllegalArgumentException broken) {
      throw new PackRefusedException(
          "The fetched archive cannot be unpacked: %s.".formatted(broken.getMessage()), broken);
    }
  }

  @Override
  public String toString() {
    return name + "@" + version;
  }

  private Process start(String client, Path folder, Path said) throws IOException {
    List<String> command =
        List.of(
            client,
            "pack",
            toString(),
            "--ignore-scripts",
            "--fetch-retries=1",
            "--loglevel=error",
            "--pack-destination",
            folder.toAbsolutePath().toString());
    try {
      Process npm =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(said.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      npm.getOutputStream().close();
      return npm;
    } catch (IOException notThere) {
      throw new PackFetchException(
          "npm is not installed, and the package %s is fetched with it: install Node.js, or give"
                  .formatted(this)
              + " the pack as a folder or ZIP file.",
          notThere);
    }
  }

  /** The first line that says something; whatever is no UTF-8 in it is not worth a fault. */
  private static String firstError(Path said) throws IOException {
    return new String(Files.readAllBytes(said), UTF_8)
        .lines()
        .map(line -> line.replaceFirst("^npm (error|ERR!)\\s*", "").strip())
        .filter(line -> !line.isEmpty() && !DETAIL.matcher(line).find())
        .findFirst()
        .orElse("nothing");
  }

  private static Path archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> archive =
          files.filter(file -> file.getFileName().toString().endsWith(".tgz")).findFirst();
      return archive.orElseThrow(() -> new PackFetchException("npm left no archive behind."));
    }
  }

  private Path verified(Path archive) throws IOException {
    MessageDigest digest = sha512();
    try (InputStream in = new DigestInputStream(Files.newInputStream(archive), digest)) {
      long _ = in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    String found = "sha512-" + Base64.getEncoder().encodeToString(digest.digest());
    if (!found.equals(integrity)) {
      throw new PackRefusedException(
          "What npm fetched as %s is not the package that is known: its integrity is another."
              .formatted(this));
    }
    return archive;
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-512", impossible);
    }
  }
}
