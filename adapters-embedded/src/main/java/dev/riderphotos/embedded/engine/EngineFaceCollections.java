package dev.riderphotos.embedded.engine;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.engine.Face;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.SimilarFace;
import dev.riderphotos.photo.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collections of our own engine's faces: kept in SQLite, searched in mapped files, exactly. Those
 * of every model are served side by side; new ones are made with one. Collections are listed by
 * their ids, faces as they were indexed, the first of them first.
 */
public final class EngineFaceCollections implements FaceCollections, HealthChecked {
  private final LoadedCollections collections;
  private final Function<FaceModel, FaceEngine> engines;
  private final FaceModel model;

  /**
   * Reads nothing yet.
   *
   * @param engines opened when they are first needed, and closed by whom they belong to
   * @param model of new collections
   */
  public EngineFaceCollections(
      LoadedCollections collections, Function<FaceModel, FaceEngine> engines, FaceModel model) {
    this.collections = collections;
    this.engines = engines;
    this.model = model;
  }

  @Override
  public String name() {
    return "face models (engine)";
  }

  /** Whether there is the model of each collection, which may have a pack that was not added. */
  @Override
  public void check() {
    collections.requireModels();
  }

  @Override
  public Optional<Summary> create(CollectionId id) {
    return collections.create(id, model.version());
  }

  @Override
  public Optional<Summary> create(CollectionId id, String modelVersion) {
    return collections.create(id, ModelVersion.of(modelVersion));
  }

  @Override
  public Optional<Description> describe(CollectionId id) {
    return collections.describe(id);
  }

  @Override
  public CollectionPage list(@Nullable Cursor after, int limit) {
    String last = after == null ? "" : new CollectionId(after.value()).value();
    List<Summary> more = collections.after(last, limit + 1);
    return more.size() <= limit
        ? new CollectionPage(more, null)
        : new CollectionPage(more.subList(0, limit), new Cursor(more.get(limit - 1).id().value()));
  }

  @Override
  public Optional<CollectionId> delete(CollectionId id) {
    return collections.delete(id);
  }

  @Override
  public Optional<Indexing> index(CollectionId id, NewFaces faces) {
    return collections
        .find(id)
        .flatMap(
            collection -> {
              FaceEngine engine = engines.apply(collection.model());
              IndexedImage image = IndexedImage.look(engine, faces);
              return collections.write(() -> collections.find(id).map(image::addTo));
            });
  }

  @Override
  public Optional<ImageSearch> search(CollectionId id, SearchedImage image, Matching matching) {
    return collections.find(id).map(collection -> search(collection, image, matching));
  }

  @Override
  public Optional<FaceSearch> search(CollectionId id, FaceId face, Matching matching) {
    return collections
        .find(id)
        .flatMap(
            collection ->
                collection
                    .faces()
                    .descriptor(face)
                    .map(
                        descriptor ->
                            new FaceSearch(
                                collection.model().version().id(),
                                matches(collection, descriptor, matching, face))));
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, @Nullable Cursor after, int limit) {
    long last = last(after);
    return collections
        .find(id)
        .map(collection -> page(collection, collection.faces().after(last, limit + 1), limit));
  }

  @Override
  public Optional<FacePage> faces(CollectionId id, List<FaceId> only) {
    return collections
        .find(id)
        .map(
            collection ->
                new FacePage(collection.model().version().id(), present(collection, only), null));
  }

  @Override
  public Optional<List<FaceId>> deleteFaces(CollectionId id, List<FaceId> faces) {
    return collections.write(
        () ->
            collections
                .find(id)
                .map(
                    collection -> {
                      List<FaceId> there =
                          present(collection, faces).stream().map(IndexedFace::id).toList();
                      collection.delete(there);
                      return there;
                    }));
  }

  private ImageSearch search(
      LoadedCollection collection, SearchedImage searched, Matching matching) {
    Picture picture = searched.image().picture();
    FaceEngine engine = engines.apply(collection.model());
    return new ImageSearch(
        collection.model().version().id(),
        EngineFaces.find(engine, picture, searched.filter()).stream()
            .limit(searched.everyFace() ? Long.MAX_VALUE : 1)
            .map(face -> searched(collection, face, picture, matching))
            .toList());
  }

  private static Searched searched(
      LoadedCollection collection, Face face, Picture picture, Matching matching) {
    FaceDetail detail = EngineFaces.detail(face, picture);
    float[] descriptor = face.descriptor().toFloats();
    return new Searched(
        detail.box(), detail.confidence(), matches(collection, descriptor, matching, null));
  }

  private static List<SimilarFace> matches(
      LoadedCollection collection, float[] descriptor, Matching matching, @Nullable FaceId but) {
    return collection
        .near(
            descriptor,
            collection.model().similarity().distance(matching.minSimilarity()),
            matching.limit() + 1) // the one searched for is among them
        .filter(near -> !near.face().id().equals(but))
        .limit(matching.limit())
        .map(near -> new SimilarFace(near.face(), near.similarity()))
        .toList();
  }

  /** The number of the last face of the page before. */
  static long last(@Nullable Cursor after) {
    return after == null ? Long.MIN_VALUE : Long.parseLong(after.value());
  }

  /**
   * A page of faces.
   *
   * @param more the faces from there on, one more than the page has if it is not the last
   */
  static FacePage page(LoadedCollection collection, List<SqliteFaces.Numbered> more, int limit) {
    List<SqliteFaces.Numbered> page = more.subList(0, Math.min(limit, more.size()));
    return new FacePage(
        collection.model().version().id(),
        page.stream().map(SqliteFaces.Numbered::face).toList(),
        more.size() <= limit ? null : new Cursor(String.valueOf(page.getLast().number())));
  }

  private static List<IndexedFace> present(LoadedCollection collection, List<FaceId> ids) {
    return ids.stream()
        .distinct()
        .flatMap(id -> collection.faces().byId(id).stream())
        .sorted(Comparator.comparingLong(SqliteFaces.Numbered::number))
        .map(SqliteFaces.Numbered::face)
        .toList();
  }
}
