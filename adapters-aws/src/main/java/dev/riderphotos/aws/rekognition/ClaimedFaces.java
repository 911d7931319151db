package dev.riderphotos.aws.rekognition;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.aws.dynamodb.ItemBatch;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The records of a collection's faces, and which face each image has. Reads see the last write. */
final class ClaimedFaces {
  private final DynamoDbClient client;
  private final FaceTables tables;
  private final String collection;

  ClaimedFaces(DynamoDbClient client, FaceTables tables, String collection) {
    this.client = client;
    this.tables = tables;
    this.collection = collection;
  }

  /** Finds those of these faces that have a record. */
  Map<FaceId, ClaimedFace> of(Collection<FaceId> ids) {
    List<String> values = ids.stream().map(FaceId::value).toList();
    return AwsFaults.during(
            "read whose the face is",
            () -> ItemBatch.read(client, tables.faces(), FaceTables.FACE_ID, values))
        .stream()
        .filter(item -> ClaimedFace.isOf(collection, item))
        .map(ClaimedFace::of)
        .collect(toMap(ClaimedFace::id, identity()));
  }

  Optional<ClaimedFace> find(FaceId id) {
    return Optional.ofNullable(of(List.of(id)).get(id));
  }

  Optional<ClaimedFace> ofImage(ImageId image) {
    Map<String, AttributeValue> claim =
        AwsFaults.during(
            "read whose the face is",
            () ->
                client
                    .getItem(
                        request ->
                            request
                                .tableName(tables.claims())
                                .key(claim(image))
                                .consistentRead(true))
                    .item());
    return Optional.ofNullable(claim.get(FaceTables.FACE_ID))
        .flatMap(id -> find(new FaceId(id.s())));
  }

  /** What writes the record, and that it is the last image's. */
  List<TransactWriteItem> writing(ClaimedFace record) {
    return List.of(
        put(tables.faces(), record.item(collection)),
        put(tables.claims(), claimed(record.images().getLast(), record.id())));
  }

  /** Forgets that the face is also this image's. */
  void release(ClaimedFace record, ImageId image) {
    List<ImageId> others = record.images().stream().filter(other -> !other.equals(image)).toList();
    write(
        put(tables.faces(), record.withImages(others).item(collection)),
        delete(tables.claims(), claim(image)));
  }

  void delete(ClaimedFace record) {
    List<TransactWriteItem> deletions = new ArrayList<>();
    deletions.add(
        delete(tables.faces(), Map.of(FaceTables.FACE_ID, Attributes.text(record.id().value()))));
    record.images().forEach(image -> deletions.add(delete(tables.claims(), claim(image))));
    write(deletions.toArray(TransactWriteItem[]::new));
  }

  private void write(TransactWriteItem... writes) {
    var _ =
        AwsFaults.during(
            "write whose the face is",
            () -> client.transactWriteItems(request -> request.transactItems(writes)));
  }

  private Map<String, AttributeValue> claim(ImageId image) {
    return Map.of(FaceTables.CLAIM, Attributes.text(nameOf(image)));
  }

  private String nameOf(ImageId image) {
    return "image/" + collection + "/" + image.value();
  }

  private Map<String, AttributeValue> claimed(ImageId image, FaceId face) {
    return Map.of(
        FaceTables.CLAIM,
        Attributes.text(nameOf(image)),
        FaceTables.FACE_ID,
        Attributes.text(face.value()));
  }

  private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  private static TransactWriteItem delete(String table, Map<String, AttributeValue> key) {
    return TransactWriteItem.builder().delete(delete -> delete.tableName(table).key(key)).build();
  }
}
