package dev.riderphotos.embedded.files;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Riders as nobody without the signing key can tell them: {@code time key hash}. Which key it was
 * stands in each line, for the hashes of another one match nobody.
 */
public final class ErasureHashes {
  private static final Pattern LINE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z ([0-9a-f]{16}) ([0-9a-f]{64})");
  private static final int KEY_DIGITS = 16;

  private final Signatures key;

  /** Hashes with this key. */
  public ErasureHashes(Signatures key) {
    this.key = key;
  }

  /** What a line says. */
  public record Noted(String key, String hash) {}

  /** Empty if it is no line of the log, or only a part of one. */
  public static Optional<Noted> read(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(new Noted(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  public Noted of(RiderId rider) {
    return new Noted(keyName(), key.sign("erased rider", rider.value()));
  }

  /** Tells keys apart, and nothing of them. */
  public String keyName() {
    return key.sign("erasures.log").substring(0, KEY_DIGITS);
  }

  String line(Instant time, RiderId rider) {
    return time + " " + keyName() + " " + of(rider).hash();
  }
}
