package dev.riderphotos.embedded.files;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.embedded.files.ErasureHashes.Noted;
import dev.riderphotos.rider.RiderId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to erase again from a backup: riders by their ids, one a line, or by the {@code
 * erasures.log} of the folder that was in use until now. Of a log, what the backup's own has as
 * well was erased before the backup was made: who came back after that is meant to be there.
 */
public final class ErasedRiders {
  private final Set<RiderId> named;
  private final Set<String> lines;
  private final @Nullable ErasureHashes hashes;
  private final int cutShort;

  private ErasedRiders(
      Set<RiderId> named, Set<String> lines, @Nullable ErasureHashes hashes, int cutShort) {
    this.named = named;
    this.lines = lines;
    this.hashes = hashes;
    this.cutShort = cutShort;
  }

  /**
   * Reads what was given.
   *
   * @param given the lines of the file
   * @param known the lines of the backup's own log
   * @param key the backup's
   * @throws IllegalArgumentException with a sentence, if they are no ids, or of another key
   */
  public static ErasedRiders read(List<String> given, Collection<String> known, Signatures key) {
    return given.stream().anyMatch(line -> ErasureHashes.read(line).isPresent())
        ? ofLog(given, Set.copyOf(known), new ErasureHashes(key))
        : new ErasedRiders(ids(given), Set.of(), null, 0);
  }

  /** All that were named, and those of the known ones whose hash was noted. */
  public Set<RiderId> among(Collection<RiderId> known) {
    Set<RiderId> erased = new LinkedHashSet<>(named);
    ErasureHashes hashing = hashes;
    if (hashing != null) {
      Set<Noted> noted = noted(lines);
      known.stream().filter(rider -> noted.contains(hashing.of(rider))).forEach(erased::add);
    }
    return erased;
  }

  /** What is to go on in the log, so that it serves for older backups as well. */
  public Set<String> lines() {
    return lines;
  }

  /** Lines that a crash cut short, whose erasures never began. */
  public int cutShort() {
    return cutShort;
  }

  private static ErasedRiders ofLog(List<String> given, Set<String> known, ErasureHashes hashes) {
    Set<String> lines =
        given.stream()
            .filter(line -> ErasureHashes.read(line).isPresent() && !known.contains(line))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (noted(lines).stream().anyMatch(line -> !line.key().equals(hashes.keyName()))) {
      throw new IllegalArgumentException(
          "The log of erasures was written with another signing key than the backup's, so its"
              + " hashes match nobody: give the riders' ids instead, one a line");
    }
    long others =
        given.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .filter(line -> ErasureHashes.read(line).isEmpty())
            .count();
    return new ErasedRiders(Set.of(), lines, hashes, Math.toIntExact(others));
  }

  private static Set<Noted> noted(Collection<String> lines) {
    return lines.stream()
        .map(ErasureHashes::read)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static Set<RiderId> ids(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(at -> !lines.get(at).isBlank() && !lines.get(at).startsWith("#"))
        .mapToObj(at -> id(at + 1, lines.get(at)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static RiderId id(int number, String line) {
    try {
      return new RiderId(line);
    } catch (IllegalArgumentException noId) {
      throw new IllegalArgumentException(
          "Line %d is no rider's id: %s".formatted(number, noId.getMessage()), noId);
    }
  }
}
