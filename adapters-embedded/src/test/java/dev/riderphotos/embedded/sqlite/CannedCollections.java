package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two collections of any size whose faces are made up when they are asked for: five of two photos,
 * and in the new one now and then a sixth, that nobody provided. All they remember is a bit a
 * photo.
 */
final class CannedCollections implements FaceCollections {
  static final CollectionId OLD = new CollectionId("old");
  static final CollectionId NEW = new CollectionId("new");
  static final String BUCKET = "photos";

  private static final int MOST = 4;
  private static final String MODEL = "canned";

  private final int photos;
  private final BitSet indexed = new BitSet();
  private final BitSet swept = new BitSet();
  private int calls;

  CannedCollections(int photos) {
    this.photos = photos;
  }

  /** How often an image was indexed. */
  synchronized int calls() {
    return calls;
  }

  /** How many faces there are of so many photos, but for those that nobody provided. */
  static long faces(long photos) {
    return 5 * photos / 2;
  }

  @Override
  public Optional<Summary> create(CollectionId id) {
    return Optional.of(new Summary(id, MODEL));
  }

  @Override
  public Optional<Summary> create(CollectionId id, String modelVersion) {
    return create(id);
  }

  @Override
  public Optional<Description> describe(CollectionId id) {
    long faces = id.equals(OLD) ? faces(photos) : faces(indexed.cardinality());
    return Optional.of(new Description(id, MODEL, faces, 0, Instant.EPOCH));
  }

  @Override
  public CollectionPage list(@Nullable Cursor after, int limit) {
    return new CollectionPage(List.of(new Summary(OLD, MODEL), new Summary(NEW, MODEL)), null);
  }

  @Override
  public Optional<CollectionId> delete(CollectionId id) {
    return Optional.of(id);
  }

  @Override
  public synchronized Optional<Indexing> index(CollectionId id, NewFaces faces) {
    PhotoRef photo = faces.image().storedAs();
    int number = photo == null ? 0 : Integer.parseInt(photo.key());
    calls++;
    indexed.set(number);
    swept.clear(number);
    List<Indexed> all =
        facesOf(NEW, number).map(face -> new Indexed(face, seen(face.box()))).toList();
    return Optional.of(new Indexing(MODEL, all, List.of()));
  }

  private static SeenFace seen(BoundingBox box) {
    return new SeenFace(new FaceDetail(box, 99, false, new Pose(0, 0, 0), 90, 90), List.of(), 99);
  }

  /** A page is of whole photos, and may be a bit longer than asked for. */
  @Override
  public synchronized Optional<FacePage> faces(CollectionId id, @Nullable Cursor after, int limit) {
    int photo = after == null ? 0 : Integer.parseInt(after.value());
    List<IndexedFace> page = new ArrayList<>();
    while (photo < photos && page.size() < limit) {
      page.addAll(facesOf(id, photo++).toList());
    }
    Cursor next = photo < photos ? new Cursor("" + photo) : null;
    return Optional.of(new FacePage(MODEL, page, next));
  }

  @Override
  public synchronized Optional<FacePage> faces(CollectionId id, List<FaceId> only) {
    List<IndexedFace> there = new ArrayList<>();
    for (FaceId face : only) {
      facesOf(id, photoOf(face)).filter(other -> other.id().equals(face)).forEach(there::add);
    }
    return Optional.of(new FacePage(MODEL, there, null));
  }

  @Override
  public synchronized Optional<List<FaceId>> deleteFaces(CollectionId id, List<FaceId> faces) {
    faces.forEach(face -> swept.set(photoOf(face)));
    return Optional.of(faces);
  }

  @Override
  public Optional<ImageSearch> search(CollectionId id, SearchedImage image, Matching matching) {
    return Optional.of(new ImageSearch(MODEL, List.of()));
  }

  @Override
  public Optional<FaceSearch> search(CollectionId id, FaceId face, Matching matching) {
    return Optional.of(new FaceSearch(MODEL, List.of()));
  }

  private Stream<IndexedFace> facesOf(CollectionId id, int photo) {
    int known = photo % 2 == 0 ? 3 : 2;
    boolean old = id.equals(OLD);
    boolean other = photo % 10 == 7 && !swept.get(photo);
    int faces = old ? known : !indexed.get(photo) ? 0 : other ? known + 1 : known;
    return IntStream.range(0, faces).mapToObj(place -> face(id, photo, place));
  }

  private static IndexedFace face(CollectionId id, int photo, int place) {
    return new IndexedFace(
        new FaceId("%s-%08d-%d".formatted(id.value(), photo, place)),
        new ImageId("%s-%08d".formatted(id.value(), photo)),
        ExternalImageId.of("%08d".formatted(photo)),
        new BoundingBox(place / (double) MOST, 0.3, 0.2, 0.3),
        99);
  }

  private static int photoOf(FaceId face) {
    return Integer.parseInt(face.value().split("-", -1)[1]);
  }
}
