package dev.riderphotos.migration;

import dev.riderphotos.face.IndexedFace;
import java.util.Optional;

/** Nobody knows the photos: they are not ours, and nothing was said of where they are. */
public final class UnknownOrigins implements FaceOrigins {
  @Override
  public Optional<Origin> of(IndexedFace face) {
    return Optional.empty();
  }

  @Override
  public String reason() {
    return "No photo of this face is known: give a file with --mapping, or --photos-in BUCKET";
  }
}
