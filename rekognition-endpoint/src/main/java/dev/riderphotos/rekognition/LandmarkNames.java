package dev.riderphotos.rekognition;

import dev.riderphotos.face.LandmarkType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rekognition's spelling of landmarks: {@code midJawlineLeft}. */
final class LandmarkNames {
  private static final Pattern WORD_BREAK = Pattern.compile("_(.)");
  private static final Map<LandmarkType, String> NAMES =
      Stream.of(LandmarkType.values())
          .collect(Collectors.toMap(type -> type, LandmarkNames::lowerCamel));

  /** Those that every face is given with. */
  static final Set<LandmarkType> USUAL =
      Set.of(
          LandmarkType.EYE_LEFT,
          LandmarkType.EYE_RIGHT,
          LandmarkType.MOUTH_LEFT,
          LandmarkType.MOUTH_RIGHT,
          LandmarkType.NOSE);

  private LandmarkNames() {}

  static String of(LandmarkType type) {
    return NAMES.getOrDefault(type, "");
  }

  private static String lowerCamel(LandmarkType type) {
    return WORD_BREAK
        .matcher(type.name().toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
