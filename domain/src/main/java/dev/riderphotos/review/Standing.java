package dev.riderphotos.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the riders of a case stand now: what is decided is decided of this.
 *
 * @param version a short digest of the photo in question and of the faces and photos of both, by
 *     which a decision says what was looked at: another as soon as one of them changes, but not
 *     when the faces are moved to another collection
 * @param rider the profile of the rider whom it is about; {@code null} if not verified
 * @param other the profile on the other side, which may be the same; {@code null} if not verified,
 *     or there is no other side
 */
public record Standing(String version, @Nullable RiderProfile rider, @Nullable RiderProfile other) {
  private static final int VERSION_DIGITS = 16;

  /** Reads how the riders of the case stand. */
  public static Standing of(Case of, RiderProfiles profiles, FaceCounterparts counterparts) {
    Party opposite = of.other();
    RiderId first = of.rider().rider();
    RiderId second = opposite == null ? first : opposite.rider();
    RiderProfile rider = profiles.find(first).orElse(null);
    RiderProfile other = second.equals(first) ? rider : profiles.find(second).orElse(null);
    String version =
        digest(
            Stream.of(
                    String.valueOf(of.latest().execution()),
                    text(rider, counterparts),
                    text(other, counterparts))
                .collect(Collectors.joining("\n")));
    return new Standing(version, rider, other);
  }

  /** Whether there is anything to decide between: the faces that are compared are registered. */
  public boolean decidable(Case of) {
    return switch (of.kind()) {
      case POSSIBLE_DUPLICATE -> rider != null && other != null;
      case ANOTHER_FACE -> rider != null;
      case APPEAL -> true;
    };
  }

  private static String text(@Nullable RiderProfile profile, FaceCounterparts counterparts) {
    return profile == null
        ? ""
        : String.join(
            "\n",
            profile.rider().value(),
            first(profile.face(), counterparts).value(),
            profile.photo().bucket(),
            profile.photo().key());
  }

  /** As the face was called when it was registered. */
  private static FaceId first(FaceId face, FaceCounterparts counterparts) {
    return counterparts.of(face).stream()
        .map(FaceCounterparts.Counterpart::face)
        .findFirst()
        .orElse(face);
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
