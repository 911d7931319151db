package dev.riderphotos.gallery;

import dev.riderphotos.face.FaceId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes that a face of a photo is not the person that a search took it for. It changes what is
 * answered for this pair of faces of these two photos, either way round, and nothing else: no other
 * match, no threshold, and no face learns from it.
 */
public final class TellApart {
  private final GalleryFaces faces;
  private final Distinctions distinctions;

  public TellApart(GalleryFaces faces, Distinctions distinctions) {
    this.faces = faces;
    this.distinctions = distinctions;
  }

  /** The face that it is not; empty if there is no record of it. */
  public Optional<FaceRecord> tellApart(Appearance searched, FaceId match) {
    Optional<FaceRecord> record = faces.record(match);
    record.ifPresent(face -> distinctions.add(searched, face.appearance()));
    return record;
  }

  /** Lists each pair of which one is this face; empty if there is no record of it. */
  public Set<Set<Appearance>> said(FaceId face) {
    return faces.record(face).map(FaceRecord::appearance).stream()
        .flatMap(one -> distinctions.from(one).stream().map(other -> pair(one, other)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Appearance> pair(Appearance one, Appearance other) {
    return Stream.of(one, other).collect(Collectors.toUnmodifiableSet());
  }

  /** Takes back that the two faces were told apart; empty if there is no record of the match. */
  public Optional<FaceRecord> takeBack(Appearance searched, FaceId match) {
    Optional<FaceRecord> record = faces.record(match);
    record.ifPresent(face -> distinctions.remove(searched, face.appearance()));
    return record;
  }
}
