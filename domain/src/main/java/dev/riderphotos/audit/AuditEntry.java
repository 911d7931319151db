package dev.riderphotos.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param number from 1 on, without a gap
 * @param riders keyed hashes of whom it concerns
 * @param previous the hash of the entry before; empty of the first, and where it is not known
 * @param hash over all the rest
 */
public record AuditEntry(
    long number,
    Instant at,
    Origin origin,
    Act act,
    @Nullable String about,
    @Nullable String detail,
    List<String> riders,
    String previous,
    String hash) {
  public AuditEntry {
    riders = List.copyOf(riders);
  }

  /** The entry that follows that place. */
  static AuditEntry after(
      AuditPlace place, Instant at, Origin origin, Deed deed, List<String> riders) {
    return new AuditEntry(
            place.number() + 1,
            at,
            origin,
            deed.act(),
            deed.about(),
            deed.detail(),
            riders,
            place.hash(),
            "")
        .hashed();
  }

  /** An entry that is there, and that nobody has written like that. */
  public static AuditEntry unreadable(long number) {
    Origin unknown = new Origin(Actor.of(Actor.Kind.STRANGER), null);
    return new AuditEntry(
        number, Instant.EPOCH, unknown, Act.UNREADABLE, null, null, List.of(), "", "");
  }

  private AuditEntry hashed() {
    return new AuditEntry(
        number, at, origin, act, about, detail, riders, previous, hashOfContent(number));
  }

  /** Whether it is whole, and the next one after that place. */
  boolean follows(AuditPlace place) {
    return number == place.number() + 1 && previous.equals(place.hash()) && isWhole();
  }

  /** Whether it is as it was written. */
  boolean isWhole() {
    return isWholeAs(number);
  }

  /** Whether it is as it was written, under that number. */
  boolean isWholeAs(long asNumber) {
    return hash.equals(hashOfContent(asNumber));
  }

  /** SHA-256 in hexadecimal. No two contents are written alike: each part says how long it is. */
  private String hashOfContent(long asNumber) {
    StringBuilder content = new StringBuilder();
    Stream.concat(
            Stream.of(
                Long.toString(asNumber),
                at.toString(),
                origin.who().kind().word(),
                orAbsent(origin.who().id()),
                orAbsent(origin.who().name()),
                orAbsent(origin.from()),
                act.word(),
                orAbsent(about),
                orAbsent(detail),
                previous),
            riders.stream())
        .forEach(part -> content.append(part.length()).append(':').append(part));
    return HexFormat.of().formatHex(sha256(content.toString()));
  }

  /** What is absent is not the same as what is empty. */
  private static String orAbsent(@Nullable String text) {
    return text == null ? "" : "=" + text;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
