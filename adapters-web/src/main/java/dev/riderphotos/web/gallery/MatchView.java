package dev.riderphotos.web.gallery;

import dev.riderphotos.gallery.GallerySearch.Match;
import io.micronaut.core.annotation.Introspected;
import java.util.Locale;

/**
 * An indexed face that looks like the one searched for.
 *
 * @param similarity 0 to 100
 */
@Introspected
public record MatchView(FaceView face, String similarity) {
  static MatchView of(Match match) {
    return new MatchView(
        FaceView.of(match.similar().face(), match.record()),
        String.format(Locale.ROOT, "%.1f", match.similar().similarity()));
  }
}
