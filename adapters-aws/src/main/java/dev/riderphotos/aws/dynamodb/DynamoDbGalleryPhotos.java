package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.GalleryPhoto;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.PhotoName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Named photos as items, and beside each a row for every face, which finds it by its id. Both are
 * written in one transaction, of at most 81 items.
 */
public final class DynamoDbGalleryPhotos implements GalleryPhotos, HealthChecked, UsesAws {
  private static final String WRITING = "write a photo's faces";
  private static final int ATTEMPTS = 5;
  private static final Map<String, String> ALIAS = Map.of("#was", GalleryPhotoItem.REVISION);

  private final DynamoDbClient client;
  private final GalleryTables tables;

  public DynamoDbGalleryPhotos(DynamoDbClient client, GalleryTables tables) {
    this.client = client;
    this.tables = tables;
  }

  @Override
  public Optional<GalleryPhoto> find(PhotoName name) {
    return AwsFaults.during(
        "read a photo's faces",
        () -> {
          var answer =
              client.getItem(
                  get ->
                      get.tableName(tables.photos())
                          .key(GalleryPhotoItem.key(name.value()))
                          .consistentRead(true));
          return answer.hasItem()
              ? Optional.of(GalleryPhotoItem.photo(answer.item()))
              : Optional.empty();
        });
  }

  @Override
  public Optional<GalleryPhoto> replace(@Nullable GalleryPhoto expected, GalleryPhoto next) {
    List<FaceRecord> before = expected == null ? List.of() : expected.faces();
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(putting(expected, next));
    next.faces().stream()
        .filter(face -> !before.contains(face))
        .map(this::putting)
        .forEach(writes::add);
    before.stream()
        .map(FaceRecord::id)
        .filter(id -> next.faces().stream().noneMatch(face -> face.id().equals(id)))
        .map(this::deleting)
        .forEach(writes::add);
    return write(writes) ? Optional.of(next) : find(next.name());
  }

  @Override
  public void delete(GalleryPhoto photo) {
    boolean _ =
        write(
            Stream.concat(
                    Stream.of(deleting(photo)),
                    photo.faces().stream().map(FaceRecord::id).map(this::deleting))
                .toList());
  }

  @Override
  public List<FaceRecord> faces(Collection<FaceId> ids) {
    return AwsFaults.during(
        "read faces",
        () ->
            ItemBatch.read(
                    client,
                    tables.faces(),
                    GalleryTables.FACE,
                    ids.stream().map(FaceId::value).toList())
                .stream()
                .map(GalleryFaceItem::record)
                .toList());
  }

  @Override
  public List<PhotoName> unfinished(int limit) {
    return AwsFaults.during(
        "list photos",
        () ->
            client
                .queryPaginator(
                    query ->
                        query
                            .tableName(tables.photos())
                            .indexName(GalleryTables.BY_STATE)
                            .keyConditionExpression("#state = :state")
                            .expressionAttributeNames(Map.of("#state", GalleryTables.STATE))
                            .expressionAttributeValues(
                                Map.of(":state", text(GalleryPhotoItem.UNFINISHED))))
                .items()
                .stream()
                .limit(limit)
                .map(item -> new PhotoName(textOf(item, GalleryTables.PHOTO)))
                .toList());
  }

  /** Counts the keys of the index, for DynamoDB's own count may be hours old. */
  @Override
  public long size() {
    return AwsFaults.during(
        "count photos",
        () ->
            client
                .scanPaginator(
                    scan ->
                        scan.tableName(tables.photos())
                            .indexName(GalleryTables.BY_STATE)
                            .select(Select.COUNT))
                .stream()
                .mapToLong(ScanResponse::count)
                .sum());
  }

  @Override
  public String name() {
    return "gallery (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(tables.photos()),
        uses.described(tables.faces()),
        uses.described(tables.distinctions()),
        uses.table("GalleryPhotos", tables.photos(), "GetItem", "PutItem", "DeleteItem"),
        uses.indexes(
            "GalleryLists", tables.photos(), List.of(GalleryTables.BY_STATE), "Query", "Scan"),
        uses.table("GalleryFaceRows", tables.faces(), "BatchGetItem", "PutItem", "DeleteItem"));
  }

  @Override
  public void check() {
    for (String table : List.of(tables.photos(), tables.faces(), tables.distinctions())) {
      AwsFaults.during(
          "reach the gallery's tables",
          () -> client.describeTable(request -> request.tableName(table)));
    }
  }

  /** Whether it was written: the first write has a condition, the others follow it. */
  private boolean write(List<TransactWriteItem> writes) {
    return AwsFaults.during(WRITING, () -> write(writes, ATTEMPTS));
  }

  /** Of several that write one photo at once DynamoDB may cancel all: then the next try decides. */
  private boolean write(List<TransactWriteItem> writes, int attempts) {
    try {
      return client.transactWriteItems(request -> request.transactItems(writes)) != null;
    } catch (TransactionCanceledException cancelled) {
      if (AwsFaults.firstRefused(cancelled)) {
        return false;
      }
      if (attempts > 1) {
        return write(writes, attempts - 1);
      }
      throw new BackendException(WRITING, true, cancelled);
    }
  }

  private TransactWriteItem putting(@Nullable GalleryPhoto expected, GalleryPhoto next) {
    Put.Builder put = Put.builder().tableName(tables.photos()).item(GalleryPhotoItem.of(next));
    if (expected == null) {
      put.conditionExpression("attribute_not_exists(#was)").expressionAttributeNames(ALIAS);
    } else {
      put.conditionExpression("#was = :was")
          .expressionAttributeNames(ALIAS)
          .expressionAttributeValues(revision(expected));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private TransactWriteItem deleting(GalleryPhoto photo) {
    Delete delete =
        Delete.builder()
            .tableName(tables.photos())
            .key(GalleryPhotoItem.key(photo.photo().key()))
            .conditionExpression("#was = :was")
            .expressionAttributeNames(ALIAS)
            .expressionAttributeValues(revision(photo))
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  private TransactWriteItem putting(FaceRecord face) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tables.faces()).item(GalleryFaceItem.of(face)))
        .build();
  }

  private TransactWriteItem deleting(FaceId face) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(tables.faces())
                    .key(Map.of(GalleryTables.FACE, text(face.value()))))
        .build();
  }

  private static Map<String, AttributeValue> revision(GalleryPhoto photo) {
    return Map.of(":was", text(photo.revision().toString()));
  }
}
