package dev.riderphotos.gallery;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.ImageSearch;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceCollections.SearchedImage;
import dev.riderphotos.face.FaceCollections.Summary;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.Indexing.Indexed;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.LiveFaces;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.PhotoTurns.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The faces of the gallery, in the collection that is live, which is made when it is first needed.
 * Records name faces as they were called when they were indexed; a face is known by any id that it
 * ever had.
 */
public final class GalleryFaces {
  private static final int PAGE = 1000;

  private final FaceCollections collections;
  private final LiveFaces live;
  private final GalleryPhotos records;
  private final GallerySettings settings;

  public GalleryFaces(
      FaceCollections collections,
      LiveCollections live,
      FaceCounterparts counterparts,
      GalleryPhotos records,
      GallerySettings settings) {
    this.collections = collections;
    this.live = new LiveFaces(Role.GALLERY, live, counterparts);
    this.records = records;
    this.settings = settings;
  }

  /** What came of indexing, and where. */
  record Added(CollectionId collection, Indexing indexing) {
    List<IndexedFace> faces() {
      return indexing.indexed().stream().map(Indexed::face).toList();
    }
  }

  CollectionId collection() {
    return live.collection();
  }

  /** The face's id in a collection. */
  FaceId in(CollectionId collection, FaceId face) {
    return live.in(collection, face).orElse(face);
  }

  /** The ids that the face has or had, its own among them. */
  Set<FaceId> names(FaceId face) {
    return live.names(List.of(face)).getOrDefault(face, Set.of(face));
  }

  /** Records by the ids that are asked for; those that have none are left out. */
  Map<FaceId, FaceRecord> records(Collection<FaceId> faces) {
    Map<FaceId, Set<FaceId>> names = live.names(faces);
    Map<FaceId, FaceRecord> byName = new HashMap<>();
    records
        .faces(names.values().stream().flatMap(Set::stream).distinct().toList())
        .forEach(record -> byName.put(record.id(), record));
    Map<FaceId, FaceRecord> found = new HashMap<>();
    names.forEach(
        (face, all) ->
            all.stream()
                .filter(byName::containsKey)
                .findFirst()
                .ifPresent(name -> found.put(face, byName.get(name))));
    return found;
  }

  /** The record of a face by any id that it ever had; empty if there is none. */
  public Optional<FaceRecord> record(FaceId face) {
    return Optional.ofNullable(records(List.of(face)).get(face));
  }

  Added index(PhotoName name, FaceImage image) {
    CollectionId collection = collection();
    NewFaces faces =
        new NewFaces(image, name.externalImageId(), settings.maxFaces(), settings.filter());
    return new Added(collection, made(collection, () -> collections.index(collection, faces)));
  }

  /**
   * Goes on until faces that were just added are where searches look for them, though another
   * collection has become live meanwhile. To be called when their records are written: who switches
   * after that sees them.
   *
   * @param kept those of the photo's faces that have a record
   */
  void follow(Added added, Collection<FaceId> kept, PhotoName name, FaceImage image) {
    Added last = added;
    Set<FaceId> wanted = new HashSet<>(kept);
    while (!last.collection().equals(collection())) {
      Added next = index(name, image);
      wanted = pair(last, next, wanted);
      last = next;
    }
  }

  private Set<FaceId> pair(Added last, Added next, Set<FaceId> wanted) {
    Set<FaceId> paired = new HashSet<>();
    List<FaceId> others = new ArrayList<>();
    for (IndexedFace face : next.faces()) {
      Optional<IndexedFace> same =
          SamePlace.of(face.box(), last.faces()).filter(there -> wanted.contains(there.id()));
      if (same.isPresent()) {
        live.pair(last.collection(), same.get().id(), next.collection(), face.id());
        paired.add(face.id());
      } else {
        others.add(face.id());
      }
    }
    var _ = collections.deleteFaces(next.collection(), others);
    return paired;
  }

  ImageSearch search(SearchedImage image) {
    CollectionId collection = collection();
    return made(collection, () -> collections.search(collection, image, settings.matching()));
  }

  /**
   * What a change that came to no end may have left in the collection, among the rest of the
   * photo's faces. Ids are the collection's to give, so that all of it has to be looked at.
   */
  List<FaceId> strays(Turn turn) {
    return turn.torn() ? facesOf(collection(), turn.name()) : List.of();
  }

  private List<FaceId> facesOf(CollectionId collection, PhotoName name) {
    ExternalImageId wanted = name.externalImageId();
    List<FaceId> found = new ArrayList<>();
    Cursor next = null;
    do {
      Cursor after = next;
      Optional<FacePage> page = collections.faces(collection, after, PAGE);
      page.stream()
          .flatMap(faces -> faces.faces().stream())
          .filter(face -> wanted.equals(face.externalImageId()))
          .map(IndexedFace::id)
          .forEach(found::add);
      next = page.map(FacePage::next).orElse(null);
    } while (next != null);
    return found;
  }

  /**
   * Deletes what is left over, and says so in the record. A leftover that a face which stays was
   * called before is none.
   */
  void tidy(Turn turn) {
    GalleryPhoto photo = turn.present().orElseThrow();
    if (photo.leftovers().isEmpty()) {
      return;
    }
    Set<FaceId> staying = names(photo.liveFaces().stream());
    List<FaceId> over = photo.leftovers().stream().filter(id -> !staying.contains(id)).toList();
    List<FaceId> _ = deleteEverywhere(over);
    Set<FaceId> restorable = names(photo.faces().stream());
    live.forget(over.stream().filter(id -> !restorable.contains(id)).toList());
    GalleryPhoto _ = turn.write(photo.tidied());
  }

  private Set<FaceId> names(Stream<FaceRecord> faces) {
    Set<FaceId> names = new HashSet<>();
    live.names(faces.map(FaceRecord::id).toList()).values().forEach(names::addAll);
    return names;
  }

  /** Deletes the faces of a photo that is gone, and at last its record. */
  void erase(Turn turn, GalleryPhoto photo) {
    List<FaceId> all = new ArrayList<>(photo.faces().stream().map(FaceRecord::id).toList());
    if (turn.torn()) {
      live.collections().forEach(collection -> all.addAll(facesOf(collection, turn.name())));
    }
    GalleryPhoto _ = turn.write(photo.emptied(all));
    tidy(turn);
    turn.delete();
  }

  /** Deletes faces that have no record; says which of them were there. */
  List<FaceId> delete(List<FaceId> faces) {
    List<FaceId> there = deleteEverywhere(faces);
    live.forget(faces);
    return there;
  }

  private List<FaceId> deleteEverywhere(List<FaceId> faces) {
    List<FaceId> there = new ArrayList<>();
    live.everywhere(faces)
        .forEach(
            (collection, ids) ->
                collections.deleteFaces(collection, List.copyOf(ids)).ifPresent(there::addAll));
    return there;
  }

  private <T> T made(CollectionId collection, Supplier<Optional<T>> work) {
    return work.get()
        .or(
            () -> {
              Optional<Summary> _ = collections.create(collection);
              return work.get();
            })
        .orElseThrow();
  }
}
