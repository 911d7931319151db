package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.number;
import static dev.riderphotos.aws.dynamodb.Attributes.textOf;
import static dev.riderphotos.aws.dynamodb.Attributes.valueOf;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.MigrationRecord.Entry;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The ledger as items of one table. A record is one item, with all that is known of its faces, and
 * so each change of it is atomic. Beside it stand pointers, of two kinds.
 *
 * <p>Exact ones are written in one transaction with the record: which record a face is of, which
 * records are open, and the counts. Others may lead nowhere: which records named a new face, kept
 * one, or had a face of some outcome. Those are written before the record, and never taken away but
 * together with a change of it, so that none is missing; whoever follows one looks into the record.
 */
public final class DynamoDbMigrationLedger implements MigrationLedger, HealthChecked, UsesAws {
  private static final String RECORD = "record";
  private static final String RECORDS = "records";
  private static final String ROW = "row";

  /** So that a record's own items have room in the transaction. */
  private static final int MOST_ADDED = 90;

  private static final int AT_A_TIME = 16;
  private static final int PAGE = 1000;

  private final DynamoDbClient client;
  private final LedgerTable table;

  public DynamoDbMigrationLedger(DynamoDbClient client, String table) {
    this.client = client;
    this.table = new LedgerTable(client, table);
  }

  public static TableDefinition table(String name) {
    return LedgerTable.definition(name);
  }

  /**
   * Adds records of different images at the same time. One of more than 90 faces is added in parts:
   * of what is cut short between them, a repetition adds the rest.
   */
  @Override
  public Set<FaceId> add(MigrationId id, List<ImageRecord> records) {
    List<ImageRecord> parts = records.stream().flatMap(DynamoDbMigrationLedger::parts).toList();
    if (parts.isEmpty()) {
      return Set.of();
    }
    LedgerKeys keys = new LedgerKeys(id);
    long first =
        AwsFaults.during(
            "number what is to be moved", () -> table.reserve(keys.numbers(), parts.size()));
    Map<String, List<Numbered>> byImage = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Numbered part = new Numbered(first + i, parts.get(i));
      byImage.computeIfAbsent(image(part.record()), _ -> new ArrayList<>()).add(part);
    }
    return byImage.values().stream()
        .gather(Gatherers.mapConcurrent(AT_A_TIME, same -> addAll(keys, same)))
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  private record Numbered(long number, ImageRecord record) {}

  private static Stream<ImageRecord> parts(ImageRecord record) {
    return record.faces().stream()
        .gather(Gatherers.windowFixed(MOST_ADDED))
        .map(faces -> new ImageRecord(record.photo(), record.externalImageId(), faces));
  }

  private static String image(ImageRecord record) {
    return image(
        MigrationRecord.of(0, record, List.of())); // what makes it one is told by one method
  }

  private static String image(MigrationRecord record) {
    return String.join(
        "\n",
        record.image().value(),
        record.photo().bucket(),
        record.photo().key(),
        record.name() == null ? "" : record.name().value());
  }

  private Set<FaceId> addAll(LedgerKeys keys, List<Numbered> records) {
    Set<FaceId> known = new HashSet<>();
    for (Numbered record : records) {
      known.addAll(LedgerTable.untilWritten("note what is to be moved", () -> add(keys, record)));
    }
    return known;
  }

  private Set<FaceId> add(LedgerKeys keys, Numbered numbered) {
    List<ProvidedFace> faces = numbered.record().faces();
    Set<FaceId> known = known(keys, faces.stream().map(ProvidedFace::id).toList());
    List<ProvidedFace> unknown = faces.stream().filter(face -> !known.contains(face.id())).toList();
    if (unknown.isEmpty()) {
      return known;
    }
    Map<String, AttributeValue> image = keys.image(image(numbered.record()));
    Optional<AttributeValue> last = item(image).map(item -> valueOf(item, RECORD));
    Optional<MigrationRecord> open =
        last.flatMap(number -> record(keys, Long.parseLong(number.n())))
            .filter(MigrationRecord::open);
    LedgerChange change = new LedgerChange(table, keys);
    MigrationRecord next =
        open.map(record -> record.joinedBy(unknown))
            .orElseGet(() -> MigrationRecord.of(numbered.number(), numbered.record(), unknown));
    change.replace(open.orElse(null), next);
    if (open.isEmpty()) {
      Map<String, AttributeValue> pointer = with(image, RECORD, number(numbered.number()));
      change.also(
          last.map(number -> table.replace(pointer, RECORD, number))
              .orElseGet(() -> table.putNew(pointer)));
    }
    unknown.forEach(
        face ->
            change.also(table.putNew(with(keys.face(face.id()), RECORD, number(next.number())))));
    change.write();
    return known;
  }

  @Override
  public void reject(MigrationId id, List<FaceRow> rows) {
    LedgerKeys keys = new LedgerKeys(id);
    long _ =
        rows.stream()
            .gather(
                Gatherers.mapConcurrent(
                    AT_A_TIME,
                    row ->
                        LedgerTable.untilWritten(
                            "note what cannot be moved", () -> reject(keys, row))))
            .filter(rejected -> rejected)
            .count();
  }

  private boolean reject(LedgerKeys keys, FaceRow row) {
    FaceId face = row.provided().id();
    if (item(keys.face(face)).isPresent()) {
      return false;
    }
    LedgerChange change = new LedgerChange(table, keys);
    change.also(table.putNew(with(keys.face(face), ROW, MigrationRecordItem.row(row))));
    if (LedgerKeys.lists(row.outcome())) {
      change.also(table.put(keys.outcome(row.outcome(), face)));
    }
    change.count(row.outcome(), 1);
    change.write();
    return true;
  }

  @Override
  public List<OpenRecord> open(MigrationId id, long after, int limit) {
    LedgerKeys keys = new LedgerKeys(id);
    return AwsFaults.during(
        "read what is to be moved",
        () ->
            table.after(
                keys.open(), LedgerKeys.item(after), limit, page -> openRecords(keys, page)));
  }

  private List<OpenRecord> openRecords(LedgerKeys keys, List<Map<String, AttributeValue>> page) {
    List<Long> numbers =
        page.stream().map(item -> Long.valueOf(textOf(item, LedgerKeys.ITEM))).toList();
    Map<Long, MigrationRecord> records = records(keys, numbers);
    return numbers.stream()
        .map(records::get)
        .filter(Objects::nonNull)
        .filter(MigrationRecord::open)
        .map(MigrationRecord::toBeMoved)
        .toList();
  }

  @Override
  public List<FaceRow> finish(
      MigrationId id, long number, List<FaceRow> rows, List<IndexedFace> kept) {
    LedgerKeys keys = new LedgerKeys(id);
    List<FaceRow> lost =
        LedgerTable.untilWritten(
            "note what became of a photo", () -> finish(keys, number, rows, kept));
    lost.forEach(row -> unlist(keys, number, row));
    return lost;
  }

  private List<FaceRow> finish(
      LedgerKeys keys, long number, List<FaceRow> rows, List<IndexedFace> kept) {
    Optional<MigrationRecord> found = record(keys, number);
    List<FaceRow> there =
        rows.stream()
            .filter(row -> found.filter(record -> record.holds(row.provided().id())).isPresent())
            .toList();
    if (found.isPresent() && !there.isEmpty()) {
      MigrationRecord next = found.get().ended(there, kept);
      point(keys, next, there);
      LedgerChange change = new LedgerChange(table, keys);
      change.replace(found.get(), next);
      change.write();
    }
    return rows.stream().filter(row -> !there.contains(row)).toList();
  }

  /** Anew for every attempt, for what came between may have taken pointers away. */
  private void point(LedgerKeys keys, MigrationRecord next, List<FaceRow> rows) {
    AttributeValue record = number(next.number());
    Map<String, AttributeValue> records = Map.of(RECORDS, set(next.number()));
    Stream<FaceId> moved = rows.stream().map(FaceRow::newFace).filter(Objects::nonNull).distinct();
    table.writeEach(
        Stream.of(
                moved.map(face -> table.add(keys.newFace(face), records)),
                next.kept().stream().map(face -> table.add(keys.kept(face.id()), records)),
                rows.stream()
                    .filter(row -> LedgerKeys.lists(row.outcome()))
                    .map(row -> keys.outcome(row.outcome(), row.provided().id()))
                    .map(key -> table.put(with(key, RECORD, record))))
            .flatMap(writes -> writes));
  }

  /** A face that was withdrawn while it was listed is listed no more. */
  private void unlist(LedgerKeys keys, long number, FaceRow lost) {
    Map<String, AttributeValue> key = keys.outcome(lost.outcome(), lost.provided().id());
    if (LedgerKeys.lists(lost.outcome())) {
      boolean _ =
          LedgerTable.untilWritten(
              "forget a face",
              () -> {
                boolean listed =
                    item(key).filter(item -> number(number).equals(item.get(RECORD))).isPresent();
                if (listed) {
                  table.write(List.of(table.delete(key, RECORD, number(number))));
                }
                return listed;
              });
    }
  }

  @Override
  public void review(MigrationId id, FaceRow decided) {
    LedgerKeys keys = new LedgerKeys(id);
    boolean _ =
        LedgerTable.untilWritten(
            "note what was decided of a face",
            () -> {
              Map<String, AttributeValue> kept = keys.review(decided.provided().id());
              Optional<MigrationRecord> record = recordOf(keys, decided.provided().id());
              Optional<FaceRow> row =
                  record.flatMap(found -> found.entry(decided.provided().id())).map(Entry::row);
              if (record.isEmpty() || row.isEmpty()) {
                return false;
              }
              LedgerChange change = replacing(keys, record.get(), decided);
              if (item(kept).isEmpty()) {
                change.also(table.putNew(with(kept, ROW, MigrationRecordItem.row(row.get()))));
              }
              change.write();
              return true;
            });
  }

  @Override
  public Optional<FaceRow> beforeReview(MigrationId id, FaceId provided) {
    return AwsFaults.during(
        "read what became of a face before",
        () ->
            item(new LedgerKeys(id).review(provided))
                .map(kept -> MigrationRecordItem.row(valueOf(kept, ROW))));
  }

  @Override
  public void undoReview(MigrationId id, FaceRow before) {
    LedgerKeys keys = new LedgerKeys(id);
    boolean _ =
        LedgerTable.untilWritten(
            "take back what was decided of a face",
            () -> {
              Map<String, AttributeValue> key = keys.review(before.provided().id());
              Optional<MigrationRecord> record = recordOf(keys, before.provided().id());
              Optional<Map<String, AttributeValue>> kept = item(key);
              if (record.isEmpty() || kept.isEmpty()) {
                return false;
              }
              LedgerChange change = replacing(keys, record.get(), before);
              change.also(table.delete(key, ROW, valueOf(kept.get(), ROW)));
              change.write();
              return true;
            });
  }

  private Optional<MigrationRecord> recordOf(LedgerKeys keys, FaceId face) {
    return Optional.ofNullable(recordsOf(keys, List.of(face)).get(face))
        .flatMap(number -> record(keys, number));
  }

  private LedgerChange replacing(LedgerKeys keys, MigrationRecord record, FaceRow row) {
    MigrationRecord next = record.ended(List.of(row), record.kept());
    point(keys, next, List.of(row));
    LedgerChange change = new LedgerChange(table, keys);
    change.replace(record, next);
    return change;
  }

  @Override
  public void failed(MigrationId id, long number, String reason) {
    boolean _ =
        change(
            "note a failure",
            new LedgerKeys(id),
            number,
            record -> record.open() ? record.failed(reason) : record);
  }

  @Override
  public int reopen(MigrationId id, Outcome outcome) {
    LedgerKeys keys = new LedgerKeys(id);
    Set<Long> numbers = new HashSet<>();
    List<FaceId> page = List.of();
    do {
      FaceId after = page.isEmpty() ? null : page.getLast();
      page = rowsOf(keys, outcome, after, PAGE).stream().map(row -> row.provided().id()).toList();
      numbers.addAll(recordsOf(keys, page).values());
    } while (page.size() == PAGE);
    return (int)
        numbers.stream()
            .gather(
                Gatherers.mapConcurrent(
                    AT_A_TIME,
                    number ->
                        change(
                            "open what failed again",
                            keys,
                            number,
                            record ->
                                record.rows().anyMatch(row -> row.outcome() == outcome)
                                    ? record.reopened(outcome)
                                    : record)))
            .filter(reopened -> reopened)
            .count();
  }

  /** Says whether there was anything to change. */
  private boolean change(
      String doing, LedgerKeys keys, long number, UnaryOperator<MigrationRecord> work) {
    return LedgerTable.untilWritten(
        doing,
        () -> {
          Optional<MigrationRecord> found = record(keys, number);
          Optional<MigrationRecord> next =
              found.map(work).filter(record -> !record.equals(found.get()));
          if (next.isPresent()) {
            LedgerChange change = new LedgerChange(table, keys);
            change.replace(found.get(), next.get());
            change.write();
          }
          return next.isPresent();
        });
  }

  @Override
  public Counts counts(MigrationId id) {
    List<Map<String, AttributeValue>> counters =
        AwsFaults.during(
            "count what was moved",
            () -> table.after(new LedgerKeys(id).counts(), null, Integer.MAX_VALUE, page -> page));
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, sum(counters, outcome.name()));
    }
    return new Counts(
        sum(counters, MigrationRecord.RECORDS),
        sum(counters, MigrationRecord.OPEN),
        outcomes,
        sum(counters, MigrationRecord.NEW_FACES));
  }

  private static long sum(List<Map<String, AttributeValue>> counters, String name) {
    return counters.stream()
        .filter(counter -> counter.containsKey(name))
        .mapToLong(counter -> MigrationItem.longOf(counter, name))
        .sum();
  }

  @Override
  public List<FaceRow> rows(
      MigrationId id, @Nullable Outcome outcome, @Nullable FaceId after, int limit) {
    return rowsOf(new LedgerKeys(id), outcome, after, limit);
  }

  private List<FaceRow> rowsOf(
      LedgerKeys keys, @Nullable Outcome outcome, @Nullable FaceId after, int limit) {
    String list = outcome != null && LedgerKeys.lists(outcome) ? keys.of(outcome) : null;
    return AwsFaults.during(
        "read what became of faces",
        () ->
            table.after(
                list == null ? keys.faces() : list,
                after == null ? null : after.value(),
                limit,
                page ->
                    rows(keys, list == null ? page : faces(keys, page)).stream()
                        .filter(row -> outcome == null || row.outcome() == outcome)
                        .toList()));
  }

  /** What is there of the faces that a list names, in its order. */
  private List<Map<String, AttributeValue>> faces(
      LedgerKeys keys, List<Map<String, AttributeValue>> list) {
    List<FaceId> ids = list.stream().map(DynamoDbMigrationLedger::faceOf).toList();
    Map<FaceId, Map<String, AttributeValue>> there =
        table.read(ids.stream().map(keys::face).toList()).stream()
            .collect(Collectors.toMap(DynamoDbMigrationLedger::faceOf, item -> item));
    return ids.stream().map(there::get).filter(Objects::nonNull).toList();
  }

  private List<FaceRow> rows(LedgerKeys keys, List<Map<String, AttributeValue>> faces) {
    Map<Long, MigrationRecord> records =
        records(
            keys,
            faces.stream()
                .filter(item -> item.containsKey(RECORD))
                .map(item -> MigrationItem.longOf(item, RECORD))
                .toList());
    return faces.stream().flatMap(item -> row(item, records).stream()).toList();
  }

  private static Optional<FaceRow> row(
      Map<String, AttributeValue> face, Map<Long, MigrationRecord> records) {
    return face.containsKey(ROW)
        ? Optional.of(MigrationRecordItem.row(valueOf(face, ROW)))
        : Optional.ofNullable(records.get(MigrationItem.longOf(face, RECORD)))
            .flatMap(record -> record.entry(faceOf(face)))
            .map(Entry::row);
  }

  @Override
  public Optional<FaceRow> row(MigrationId id, FaceId provided) {
    LedgerKeys keys = new LedgerKeys(id);
    return AwsFaults.during(
        "read what became of a face",
        () -> rows(keys, table.read(List.of(keys.face(provided)))).stream().findFirst());
  }

  @Override
  public List<FaceRow> rowsOf(MigrationId id, FaceId newFace) {
    LedgerKeys keys = new LedgerKeys(id);
    return AwsFaults.during(
        "read whose a face is",
        () ->
            pointed(keys, List.of(keys.newFace(newFace)))
                .flatMap(MigrationRecord::rows)
                .filter(row -> newFace.equals(row.newFace()))
                .toList());
  }

  @Override
  public List<ProvidedFace> besides(MigrationId id, FaceId provided) {
    LedgerKeys keys = new LedgerKeys(id);
    return AwsFaults.during(
        "read the faces of a photo",
        () ->
            Optional.ofNullable(recordsOf(keys, List.of(provided)).get(provided))
                .flatMap(number -> record(keys, number))
                .stream()
                .flatMap(record -> record.faces().stream())
                .map(Entry::provided)
                .filter(face -> !face.id().equals(provided))
                .toList());
  }

  @Override
  public Set<FaceId> provided(MigrationId id, Collection<FaceId> faces) {
    return AwsFaults.during("look for faces", () -> known(new LedgerKeys(id), faces));
  }

  @Override
  public List<FaceId> provided(MigrationId id, @Nullable FaceId after, int limit) {
    return AwsFaults.during(
        "read what is to be moved",
        () ->
            table.after(
                new LedgerKeys(id).faces(),
                after == null ? null : after.value(),
                limit,
                page -> page.stream().map(DynamoDbMigrationLedger::faceOf).toList()));
  }

  @Override
  public Set<FaceId> named(MigrationId id, Collection<FaceId> newFaces) {
    LedgerKeys keys = new LedgerKeys(id);
    return AwsFaults.during(
        "look for faces",
        () -> {
          Set<FaceId> named =
              pointed(
                      keys,
                      newFaces.stream()
                          .flatMap(face -> Stream.of(keys.newFace(face), keys.kept(face)))
                          .toList())
                  .flatMap(record -> Stream.concat(record.moved().stream(), keptBy(record)))
                  .collect(Collectors.toSet());
          return newFaces.stream().filter(named::contains).collect(Collectors.toSet());
        });
  }

  private static Stream<FaceId> keptBy(MigrationRecord record) {
    return record.kept().stream().map(IndexedFace::id);
  }

  @Override
  public List<KeptFace> kept(MigrationId id, @Nullable FaceId after, int limit) {
    LedgerKeys keys = new LedgerKeys(id);
    return AwsFaults.during(
        "read the new faces",
        () ->
            table.after(
                keys.kept(),
                after == null ? null : after.value(),
                limit,
                page -> kept(keys, page)));
  }

  private List<KeptFace> kept(LedgerKeys keys, List<Map<String, AttributeValue>> page) {
    List<FaceId> ids = page.stream().map(DynamoDbMigrationLedger::faceOf).toList();
    Map<FaceId, KeptFace> kept = new HashMap<>();
    records(keys, page.stream().flatMap(DynamoDbMigrationLedger::numbers).toList())
        .values()
        .forEach(
            record ->
                record
                    .kept()
                    .forEach(face -> kept.put(face.id(), new KeptFace(face, record.photo()))));
    pointed(keys, ids.stream().map(keys::newFace).toList())
        .map(MigrationRecord::moved)
        .forEach(moved -> kept.keySet().removeAll(moved));
    return ids.stream().map(kept::get).filter(Objects::nonNull).toList();
  }

  @Override
  public boolean withdraw(MigrationId id, FaceId provided) {
    LedgerKeys keys = new LedgerKeys(id);
    return LedgerTable.untilWritten("forget a face", () -> withdraw(keys, provided));
  }

  private boolean withdraw(LedgerKeys keys, FaceId provided) {
    Optional<Map<String, AttributeValue>> face = item(keys.face(provided));
    if (face.isEmpty()) {
      return false;
    }
    LedgerChange change = new LedgerChange(table, keys);
    String what = face.get().containsKey(ROW) ? ROW : RECORD;
    AttributeValue value = valueOf(face.get(), what);
    change.also(table.delete(keys.face(provided), what, value));
    keys.outcomes(provided).map(table::delete).forEach(change::also);
    change.also(table.delete(keys.review(provided)));
    change.count(Outcome.WITHDRAWN, 1);
    if (what.equals(ROW)) {
      change.count(MigrationRecordItem.row(value).outcome(), -1);
    } else {
      // Where there is none, somebody withdrew the face at this moment, and nothing is written.
      record(keys, Long.parseLong(value.n()))
          .ifPresent(record -> withdraw(keys, change, record, record.without(provided)));
    }
    change.write();
    return true;
  }

  private void withdraw(
      LedgerKeys keys, LedgerChange change, MigrationRecord record, MigrationRecord next) {
    change.replace(record, next.empty() ? null : next);
    AttributeValue number = number(record.number());
    Map<String, AttributeValue> image = keys.image(image(record));
    if (next.empty() && item(image).filter(last -> number.equals(last.get(RECORD))).isPresent()) {
      change.also(table.delete(image, RECORD, number));
    }
    record.moved().stream()
        .filter(face -> !next.moved().contains(face))
        .map(keys::newFace)
        .forEach(key -> item(key).ifPresent(item -> unpoint(change, key, item, record.number())));
  }

  /** The record names this new face no more. */
  private void unpoint(
      LedgerChange change,
      Map<String, AttributeValue> key,
      Map<String, AttributeValue> item,
      long number) {
    AttributeValue alone = set(number);
    change.also(
        alone.equals(item.get(RECORDS))
            ? table.delete(key, RECORDS, alone)
            : table.take(key, Map.of(RECORDS, alone)));
  }

  @Override
  public void delete(MigrationId id) {
    new LedgerKeys(id)
        .partitions()
        .forEach(
            partition -> {
              while (deleted(partition)) {
                // The next ones are first now.
              }
            });
  }

  private boolean deleted(String partition) {
    return LedgerTable.untilWritten(
        "delete what was noted of a migration",
        () -> {
          List<Map<String, AttributeValue>> first = table.first(partition, LedgerTable.MOST_WRITES);
          table.write(
              first.stream()
                  .map(
                      item ->
                          table.delete(
                              Map.of(
                                  LedgerKeys.LEDGER, valueOf(item, LedgerKeys.LEDGER),
                                  LedgerKeys.ITEM, valueOf(item, LedgerKeys.ITEM))))
                  .toList());
          return !first.isEmpty();
        });
  }

  @Override
  public String name() {
    return "ledgers of migrations (DynamoDB)";
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses uses = new DynamoDbUses(client);
    return List.of(
        uses.described(table.name()),
        uses.table(
            "MigrationLedgers",
            table.name(),
            "BatchGetItem",
            "Query",
            "PutItem",
            "UpdateItem",
            "DeleteItem"));
  }

  @Override
  public void check() {
    AwsFaults.during(
        "reach the table of ledgers",
        () -> client.describeTable(wanted -> wanted.tableName(table.name())));
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    return table.read(List.of(key)).stream().findFirst();
  }

  private Optional<MigrationRecord> record(LedgerKeys keys, long number) {
    return item(keys.record(number)).map(MigrationRecordItem::record);
  }

  private Map<Long, MigrationRecord> records(LedgerKeys keys, Collection<Long> numbers) {
    return table.read(numbers.stream().map(keys::record).toList()).stream()
        .map(MigrationRecordItem::record)
        .collect(Collectors.toMap(MigrationRecord::number, record -> record));
  }

  /** The records that items name which stand under these keys. */
  private Stream<MigrationRecord> pointed(
      LedgerKeys keys, Collection<Map<String, AttributeValue>> pointers) {
    List<Long> numbers =
        table.read(pointers).stream().flatMap(DynamoDbMigrationLedger::numbers).toList();
    return records(keys, numbers).values().stream();
  }

  private Set<FaceId> known(LedgerKeys keys, Collection<FaceId> faces) {
    return table.read(faces.stream().map(keys::face).toList()).stream()
        .map(DynamoDbMigrationLedger::faceOf)
        .collect(Collectors.toSet());
  }

  private Map<FaceId, Long> recordsOf(LedgerKeys keys, Collection<FaceId> faces) {
    return table.read(faces.stream().map(keys::face).toList()).stream()
        .filter(item -> item.containsKey(RECORD))
        .collect(
            Collectors.toMap(
                DynamoDbMigrationLedger::faceOf, item -> MigrationItem.longOf(item, RECORD)));
  }

  private static Stream<Long> numbers(Map<String, AttributeValue> pointer) {
    return pointer.containsKey(RECORDS)
        ? valueOf(pointer, RECORDS).ns().stream().map(Long::valueOf)
        : Stream.of();
  }

  private static FaceId faceOf(Map<String, AttributeValue> item) {
    return new FaceId(textOf(item, LedgerKeys.ITEM));
  }

  private static AttributeValue set(long number) {
    return AttributeValue.fromNs(List.of(Long.toString(number)));
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> key, String name, AttributeValue value) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put(name, value);
    return item;
  }
}
