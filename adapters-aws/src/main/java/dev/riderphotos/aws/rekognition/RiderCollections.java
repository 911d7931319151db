package dev.riderphotos.aws.rekognition;

import dev.riderphotos.aws.rekognition.RekognitionFaces.Hit;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveFaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** The collections that riders' faces are in, one of which is live, with their records. */
final class RiderCollections {
  private final RekognitionClient rekognition;
  private final DynamoDbClient dynamoDb;
  private final FaceTables tables;
  private final LiveFaces live;

  RiderCollections(
      RekognitionClient rekognition, DynamoDbClient dynamoDb, FaceTables tables, LiveFaces live) {
    this.rekognition = rekognition;
    this.dynamoDb = dynamoDb;
    this.tables = tables;
    this.live = live;
  }

  /** One of the collections. */
  record One(CollectionId id, RekognitionFaces faces, ClaimedFaces records) {}

  /** A face of another collection than the live one. */
  record Elsewhere(CollectionId collection, FaceId face) {}

  One live() {
    return of(live.collection());
  }

  One of(CollectionId id) {
    return new One(
        id,
        new RekognitionFaces(rekognition, id.value()),
        new ClaimedFaces(dynamoDb, tables, id.value()));
  }

  /** The live collection, and those that are paired with it. */
  List<One> all() {
    return live.collections().stream().map(this::of).toList();
  }

  /** What a search found, with what is known of it. */
  FoundFaces known(One collection, List<Hit> hits) {
    List<FaceId> ids = hits.stream().map(Hit::id).toList();
    Map<FaceId, ClaimedFace> records = collection.records().of(ids);
    return new FoundFaces(
        hits, records, moved(ids.stream().filter(id -> !records.containsKey(id)).toList()));
  }

  private Set<FaceId> moved(List<FaceId> unrecorded) {
    return unrecorded.isEmpty()
        ? Set.of()
        : live.names(unrecorded).entrySet().stream()
            .filter(names -> names.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }

  /** The face in a collection, by any id that it has or had. */
  Optional<IndexedFace> find(One collection, FaceId face) {
    FaceId there = live.in(collection.id(), face).orElse(face);
    Optional<ClaimedFace> record = collection.records().find(there);
    return record.isPresent()
        ? record.map(ClaimedFace::indexed)
        : Optional.of(there)
            .filter(id -> !moved(List.of(id)).isEmpty())
            .flatMap(collection.faces()::find)
            .map(RekognitionShapes::indexed);
  }

  /** The faces of an image that were registered when another collection was live. */
  List<Elsewhere> elsewhere(One now, ImageId image) {
    List<Elsewhere> found = new ArrayList<>();
    for (One other : all()) {
      if (!other.id().equals(now.id())) {
        other
            .records()
            .ofImage(image)
            .ifPresent(record -> found.add(new Elsewhere(other.id(), record.id())));
      }
    }
    return found;
  }

  /** The face that was registered from an image, if it is in the collection now. */
  Optional<IndexedFace> registeredFrom(One now, ImageId image) {
    return now.records()
        .ofImage(image)
        .map(record -> record.indexedFrom(image))
        .or(() -> moved(now, elsewhere(now, image)));
  }

  Optional<IndexedFace> moved(One now, List<Elsewhere> elsewhere) {
    return elsewhere.stream().flatMap(other -> find(now, other.face()).stream()).findFirst();
  }

  void pair(One now, FaceId face, Elsewhere other) {
    if (live.in(now.id(), other.face()).isEmpty()) {
      live.pair(other.collection(), other.face(), now.id(), face);
    }
  }

  /** Whether faces are being moved, or were until a moment ago. */
  boolean several() {
    return live.collections().size() > 1;
  }

  /** Deletes what is this face in all collections: a record without a face bars nobody. */
  void erase(FaceId face) {
    live.everywhere(List.of(face)).forEach((id, ids) -> erase(of(id), ids));
    live.forget(List.of(face));
  }

  private static void erase(One collection, Collection<FaceId> ids) {
    Set<FaceId> all = new HashSet<>(ids);
    Collection<ClaimedFace> records = collection.records().of(all).values();
    collection.faces().deleteIfThere(all);
    records.forEach(collection.records()::delete);
  }

  /** What riders' faces are in, for those who ask before anything runs. */
  Set<CollectionId> names() {
    return live.collections();
  }
}
