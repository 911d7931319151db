package dev.riderphotos.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationLedger.OpenRecord;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.MigrationLedgerContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnAws
class DynamoDbMigrationLedgerTest extends MigrationLedgerContract {
  private static final BoundingBox BOX = new BoundingBox(0, 0.25, 0.5, 0.125);

  private final Aws aws;
  private final String table;
  private final DynamoDbMigrationLedger ledger;

  DynamoDbMigrationLedgerTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbMigrationLedger::table);
    this.ledger = new DynamoDbMigrationLedger(aws.dynamoDb(), table);
  }

  @Override
  protected MigrationLedger ledger() {
    return ledger;
  }

  @Override
  protected MigrationId id() {
    return new MigrationId("m");
  }

  /** As many faces as Rekognition finds on a photo; DynamoDB writes as many items at once. */
  @Test
  void aRecordOfAHundredFacesIsOne() {
    ImageRecord crowd = record("crowd", 100);
    assertThat(ledger.add(id(), List.of(crowd))).isEmpty();
    OpenRecord open = only();
    assertThat(open.record().faces()).hasSize(100);

    assertThat(ledger.finish(id(), open.number(), rows(crowd, Outcome.MOVED), List.of())).isEmpty();

    assertThat(ledger.open(id(), 0, 10)).isEmpty();
    assertThat(ledger.counts(id()).records()).isEqualTo(1);
    assertThat(ledger.counts(id()).of(Outcome.MOVED)).isEqualTo(100);
    assertThat(ledger.named(id(), newFaces(crowd))).hasSize(100);
    assertThat(ledger.finish(id(), open.number(), rows(crowd, Outcome.FAILED), List.of()))
        .isEmpty();
    assertThat(ledger.rows(id(), Outcome.FAILED, null, 1000)).hasSize(100);
    assertThat(ledger.named(id(), newFaces(crowd))).isEmpty();
  }

  @Test
  void manyWorkersCountRight() throws InterruptedException, ExecutionException {
    List<ImageRecord> records =
        IntStream.range(0, 40).mapToObj(i -> record("photo-" + i, 2)).toList();
    Set<FaceId> _ = ledger.add(id(), records);
    List<Future<?>> work = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (OpenRecord open : ledger.open(id(), 0, 100)) {
        work.add(
            threads.submit(
                () ->
                    ledger.finish(
                        id(), open.number(), rows(open.record(), Outcome.MOVED), List.of())));
        work.add(
            threads.submit(() -> ledger.withdraw(id(), open.record().faces().getFirst().id())));
      }
    }
    for (Future<?> each : work) {
      var _ = each.get();
    }

    assertThat(ledger.counts(id()).open()).isZero();
    assertThat(ledger.counts(id()).records()).isEqualTo(40);
    assertThat(ledger.counts(id()).of(Outcome.MOVED)).isEqualTo(40);
    assertThat(ledger.counts(id()).of(Outcome.WITHDRAWN)).isEqualTo(40);
    assertThat(ledger.rows(id(), null, null, 100)).hasSize(40);
  }

  @Test
  void nothingOfAWithdrawnFaceStands() {
    ImageRecord gone = record("gone", 1);
    Set<FaceId> _ = ledger.add(id(), List.of(gone));
    long number = only().number();
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.NOT_REINDEXED, Outcome.MOVED)) {
      assertThat(ledger.finish(id(), number, rows(gone, outcome), List.of())).isEmpty();
    }

    assertThat(ledger.withdraw(id(), gone.faces().getFirst().id())).isTrue();

    assertThat(items()).isNotEmpty().noneMatch(item -> item.toString().contains("gone"));
  }

  @Test
  void nothingStandsOfWhatWasDeleted() {
    ImageRecord crowd = record("crowd", 100);
    Set<FaceId> _ = ledger.add(id(), List.of(crowd, record("other", 1)));
    ledger.reject(
        id(),
        List.of(
            new FaceRow(
                record("r", 1).faces().getFirst(), null, null, Outcome.REJECTED, "", null)));
    long number = ledger.open(id(), 0, 1).getFirst().number();
    IndexedFace kept = new IndexedFace(new FaceId("k"), new ImageId("i"), null, BOX, 99);
    List<FaceRow> _ = ledger.finish(id(), number, rows(crowd, Outcome.FAILED), List.of(kept));
    assertThat(ledger.kept(id(), null, 10)).hasSize(1);

    ledger.delete(id());
    ledger.delete(id());

    assertThat(items()).isEmpty();
  }

  private List<Map<String, AttributeValue>> items() {
    return aws
        .dynamoDb()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  private OpenRecord only() {
    List<OpenRecord> open = ledger.open(id(), 0, 10);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private static ImageRecord record(String name, int faces) {
    return new ImageRecord(
        new PhotoRef("photos", name + ".jpg"),
        new ExternalImageId(name),
        IntStream.range(0, faces)
            .mapToObj(
                i ->
                    new ProvidedFace(
                        new FaceId("%s-face-%03d".formatted(name, i)),
                        new ImageId(name),
                        null,
                        BOX))
            .toList());
  }

  private static List<FaceRow> rows(ImageRecord record, Outcome outcome) {
    return record.faces().stream()
        .map(
            face ->
                new FaceRow(
                    face,
                    record.photo(),
                    record.externalImageId(),
                    outcome,
                    null,
                    new FaceRow.Match(
                        new IndexedFace(newFace(face), new ImageId("new"), null, BOX, 99.5),
                        0.75,
                        0)))
        .toList();
  }

  private static List<FaceId> newFaces(ImageRecord record) {
    return record.faces().stream().map(DynamoDbMigrationLedgerTest::newFace).toList();
  }

  private static FaceId newFace(ProvidedFace face) {
    return new FaceId("new-" + face.id().value());
  }
}
