package dev.riderphotos.web.object;

import dev.riderphotos.photo.Checksum;
import dev.riderphotos.photo.ChecksumAlgorithm;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an upload says of its content's checksums, in headers or in fields of a form: by the names
 * that S3 has for them, <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">here</a>.
 * What cannot be verified is refused, for its sender counts on it.
 */
final class SaidChecksums {
  private static final String MD5 = "content-md5";
  private static final String CHECKSUM = "x-amz-checksum-";
  private static final String CONTENT = "x-amz-content-sha256";

  /** Which one there is; none of them is one. */
  private static final Set<String> CHOICES =
      Set.of("x-amz-sdk-checksum-algorithm", "x-amz-checksum-algorithm");

  /** Whether it is that of the whole, as all are that come in one piece. */
  private static final String TYPE = "x-amz-checksum-type";

  private final Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param said by name, whatever its case; also what has nothing to do with checksums
   */
  SaidChecksums(Map<String, String> said) {
    this.said.putAll(said);
  }

  /**
   * @throws ProblemException for one that is malformed, of a kind that is not known, or announced
   *     and not there
   */
  List<Checksum> read() {
    if (said.containsKey("x-amz-trailer")) {
      throw unknown("Trailers are not read here.");
    }
    List<Checksum> checksums = new ArrayList<>();
    said.forEach(
        (name, value) ->
            checksum(name.toLowerCase(Locale.ROOT), value.strip()).ifPresent(checksums::add));
    CHOICES.forEach(choice -> holdAgainst(said.get(choice), checksums));
    return checksums;
  }

  private static Optional<Checksum> checksum(String name, String value) {
    if (name.equals(MD5)) {
      return Optional.of(checksum(name, ChecksumAlgorithm.MD5, value));
    }
    if (name.equals(CONTENT)) {
      return ofContent(value);
    }
    boolean given = name.startsWith(CHECKSUM) && !name.equals(TYPE) && !CHOICES.contains(name);
    return given
        ? Optional.of(checksum(name, algorithm(name.substring(CHECKSUM.length())), value))
        : Optional.empty();
  }

  private static Checksum checksum(String name, ChecksumAlgorithm algorithm, String base64) {
    try {
      return new Checksum(algorithm, base64);
    } catch (IllegalArgumentException malformed) {
      throw malformed("%s is not %d bytes in base64.".formatted(name, algorithm.length()));
    }
  }

  /** The signature's own word for the content, which may be that it says nothing. */
  private static Optional<Checksum> ofContent(String value) {
    if (value.equals("UNSIGNED-PAYLOAD")) {
      return Optional.empty();
    }
    if (!value.matches("\\p{XDigit}{64}")) {
      throw malformed(CONTENT + " is not 64 hexadecimal digits.");
    }
    byte[] hash = HexFormat.of().parseHex(value);
    return Optional.of(
        new Checksum(ChecksumAlgorithm.SHA256, Base64.getEncoder().encodeToString(hash)));
  }

  private static void holdAgainst(@Nullable String chosen, List<Checksum> checksums) {
    if (chosen == null) {
      return;
    }
    ChecksumAlgorithm algorithm = algorithm(chosen.strip());
    if (checksums.stream().noneMatch(checksum -> checksum.algorithm() == algorithm)) {
      throw malformed("The checksum that is announced, %s, is not there.".formatted(algorithm));
    }
  }

  private static ChecksumAlgorithm algorithm(String name) {
    return known()
        .filter(algorithm -> algorithm.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> unknown("Nobody here knows that kind of checksum."));
  }

  private static Stream<ChecksumAlgorithm> known() {
    return Arrays.stream(ChecksumAlgorithm.values())
        .filter(algorithm -> algorithm != ChecksumAlgorithm.MD5);
  }

  private static ProblemException unknown(String sentence) {
    String names = known().map(Enum::name).collect(Collectors.joining(", "));
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "UNKNOWN_CHECKSUM",
        "%s Send %s, or Content-MD5.".formatted(sentence, names));
  }

  private static ProblemException malformed(String sentence) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_DIGEST", sentence);
  }
}
