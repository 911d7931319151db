package dev.riderphotos.web.execution;

import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.core.annotation.Introspected;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A registered face like the one of the photo.
 *
 * @param rider whose face it is, if it is still there
 * @param similarity 0 to 100
 * @param pictured whether its photo is there to be shown
 */
@Introspected
public record ResemblanceView(
    String faceId,
    @Nullable String rider,
    @Nullable String riderPath,
    String similarity,
    boolean duplicate,
    boolean pictured) {
  static ResemblanceView of(Resemblance face, @Nullable String rider, boolean pictured) {
    return new ResemblanceView(
        face.face().value(),
        rider,
        rider == null ? null : RiderPath.of(rider),
        String.format(Locale.ROOT, "%.1f", face.similarity()),
        face.duplicate(),
        pictured);
  }
}
