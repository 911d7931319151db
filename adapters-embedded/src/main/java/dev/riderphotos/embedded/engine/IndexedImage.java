package dev.riderphotos.embedded.engine;

import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.Indexing.Unindexed;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.photo.Picture;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An image whose faces have been looked at, and are to go into a collection. */
final class IndexedImage {
  private final ImageId id;
  private final @Nullable ExternalImageId externalImageId;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Unindexed> unindexed = new ArrayList<>();

  /** A face good enough to be indexed. */
  private record Candidate(Face face, SeenFace seen) {}

  private IndexedImage(ImageId id, @Nullable ExternalImageId externalImageId) {
    this.id = id;
    this.externalImageId = externalImageId;
  }

  static IndexedImage look(FaceEngine engine, NewFaces wanted) {
    Picture picture = wanted.image().picture();
    IndexedImage image = new IndexedImage(idOf(picture), wanted.externalImageId());
    QualityBar bar = QualityBar.of(wanted.filter());
    for (Face face : EngineFaces.find(engine, picture, bar.confidence())) {
      SeenFace seen = EngineFaces.seen(face, picture);
      image.judge(face, seen, bar.reasonsAgainst(seen.detail(), picture), wanted.maxFaces());
    }
    return image;
  }

  /** Adds those faces that are not there yet, all at once. */
  Indexing addTo(LoadedCollection collection) {
    List<IndexedFace> earlier =
        collection.faces().byImage(id).stream()
            .filter(face -> Objects.equals(face.externalImageId(), externalImageId))
            .toList();
    List<DescribedFace> added = new ArrayList<>();
    List<Indexed> indexed = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<IndexedFace> there = find(earlier, candidate.seen());
      IndexedFace face = there.orElseGet(() -> indexed(candidate.seen()));
      if (there.isEmpty()) {
        added.add(new DescribedFace(face, candidate.face().descriptor().toFloats()));
      }
      indexed.add(new Indexed(face, candidate.seen()));
    }
    collection.insert(added);
    return new Indexing(collection.model().version().id(), indexed, unindexed);
  }

  private void judge(Face face, SeenFace seen, Set<UnindexedReason> reasons, int maxFaces) {
    if (!reasons.isEmpty()) {
      unindexed.add(new Unindexed(seen, reasons));
    } else if (candidates.size() == maxFaces) {
      unindexed.add(new Unindexed(seen, Set.of(UnindexedReason.EXCEEDS_MAX_FACES)));
    } else {
      candidates.add(new Candidate(face, seen));
    }
  }

  private IndexedFace indexed(SeenFace seen) {
    return new IndexedFace(
        new FaceId(UUID.randomUUID().toString()),
        id,
        externalImageId,
        seen.detail().box(),
        seen.detail().confidence());
  }

  /** The same pixels show the same faces at the same places. */
  private static Optional<IndexedFace> find(List<IndexedFace> faces, SeenFace seen) {
    return faces.stream().filter(face -> face.box().equals(seen.detail().box())).findFirst();
  }

  /** The same for the same pixels, whatever they were encoded as. */
  private static ImageId idOf(Picture picture) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(4).putInt(picture.width()).array());
      return new ImageId(UUID.nameUUIDFromBytes(digest.digest(picture.bgr())).toString());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
