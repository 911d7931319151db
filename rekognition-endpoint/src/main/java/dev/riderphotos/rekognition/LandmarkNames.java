package dev.riderphotos.rekognition;

import dev.riderphotos.face.LandmarkType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Rekognition's spelling of landmarks: {@code midJawlineLeft}. */
final class LandmarkNames {
  private static final Pattern WORD_BREAK = Pattern.compile("_(.)");

  /** Every face is given with these. */
  static final Set<LandmarkType> USUAL =
      Set.of(
          LandmarkType.EYE_LEFT,
          LandmarkType.EYE_RIGHT,
          LandmarkType.MOUTH_LEFT,
          LandmarkType.MOUTH_RIGHT,
          LandmarkType.NOSE);

  private LandmarkNames() {}

  static String of(LandmarkType type) {
    return WORD_BREAK
        .matcher(type.name().toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
