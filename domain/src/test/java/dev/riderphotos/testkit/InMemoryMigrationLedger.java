package dev.riderphotos.testkit;

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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the ledgers of migrations as long as it lives. */
public final class InMemoryMigrationLedger implements MigrationLedger {
  private static final Comparator<FaceId> BY_ID = Comparator.comparing(FaceId::value);

  private final Map<MigrationId, Ledger> ledgers = new HashMap<>();

  /** What is known of one migration. */
  private static final class Ledger {
    final Map<Long, Entry> records = new TreeMap<>();
    final Map<FaceId, FaceRow> rows = new TreeMap<>(BY_ID);
    final Map<FaceId, FaceRow> beforeReview = new HashMap<>();
    long numbers;
    long withdrawn;

    Optional<Entry> holder(FaceId face) {
      return records.values().stream().filter(entry -> entry.faces.containsKey(face)).findFirst();
    }

    boolean knows(FaceId face) {
      return rows.containsKey(face) || holder(face).isPresent();
    }

    boolean names(FaceId newFace) {
      return moved(newFace).findAny().isPresent()
          || records.values().stream()
              .flatMap(entry -> entry.kept.stream())
              .anyMatch(face -> face.id().equals(newFace));
    }

    Stream<FaceRow> moved(FaceId newFace) {
      return rows.values().stream().filter(row -> newFace.equals(row.newFace()));
    }

    Stream<FaceId> provided() {
      return Stream.concat(
              rows.keySet().stream(),
              records.values().stream().flatMap(entry -> entry.faces.keySet().stream()))
          .distinct()
          .sorted(BY_ID);
    }
  }

  /** A photo and all its faces, be they open or not. */
  private static final class Entry {
    final long number;
    final ImageRecord record;
    final Map<FaceId, ProvidedFace> faces = new TreeMap<>(BY_ID);
    List<IndexedFace> kept = List.of();
    int failures;

    Entry(long number, ImageRecord record) {
      this.number = number;
      this.record = record;
    }

    boolean open(Ledger ledger) {
      return faces.keySet().stream().anyMatch(face -> !ledger.rows.containsKey(face));
    }

    boolean shows(ImageRecord other) {
      return record.photo().equals(other.photo())
          && Objects.equals(record.externalImageId(), other.externalImageId())
          && record.faces().getFirst().image().equals(other.faces().getFirst().image());
    }

    OpenRecord toBeMoved() {
      ImageRecord now =
          new ImageRecord(record.photo(), record.externalImageId(), List.copyOf(faces.values()));
      return new OpenRecord(number, now, failures);
    }
  }

  @Override
  public synchronized Set<FaceId> add(MigrationId id, List<ImageRecord> records) {
    Set<FaceId> known = new HashSet<>();
    for (ImageRecord record : records) {
      for (ProvidedFace face : record.faces()) {
        if (of(id).knows(face.id())) {
          known.add(face.id());
        } else {
          entry(of(id), record).faces.put(face.id(), face);
        }
      }
    }
    return known;
  }

  private static Entry entry(Ledger ledger, ImageRecord record) {
    return ledger.records.values().stream()
        .filter(entry -> entry.shows(record) && (entry.open(ledger) || entry.faces.isEmpty()))
        .findFirst()
        .orElseGet(
            () -> {
              Entry entry = new Entry(++ledger.numbers, record);
              ledger.records.put(entry.number, entry);
              return entry;
            });
  }

  @Override
  public synchronized void reject(MigrationId id, List<FaceRow> rows) {
    rows.stream()
        .filter(row -> !of(id).knows(row.provided().id()))
        .forEach(row -> of(id).rows.put(row.provided().id(), row));
  }

  @Override
  public synchronized List<OpenRecord> open(MigrationId id, long after, int limit) {
    return of(id).records.values().stream()
        .filter(entry -> entry.number > after && entry.open(of(id)))
        .limit(limit)
        .map(Entry::toBeMoved)
        .toList();
  }

  @Override
  public synchronized List<FaceRow> finish(
      MigrationId id, long number, List<FaceRow> rows, List<IndexedFace> kept) {
    Entry entry = of(id).records.get(number);
    List<FaceRow> lost = new ArrayList<>();
    for (FaceRow row : rows) {
      if (entry != null && entry.faces.containsKey(row.provided().id())) {
        of(id).rows.put(row.provided().id(), row);
      } else {
        lost.add(row);
      }
    }
    if (entry != null && lost.size() < rows.size()) {
      entry.kept = List.copyOf(kept);
    }
    return lost;
  }

  @Override
  public synchronized void review(MigrationId id, FaceRow decided) {
    FaceId face = decided.provided().id();
    FaceRow now = of(id).rows.get(face);
    if (now != null && of(id).holder(face).isPresent()) {
      FaceRow _ = of(id).beforeReview.putIfAbsent(face, now);
      of(id).rows.put(face, decided);
    }
  }

  @Override
  public synchronized Optional<FaceRow> beforeReview(MigrationId id, FaceId provided) {
    return Optional.ofNullable(of(id).beforeReview.get(provided));
  }

  @Override
  public synchronized void undoReview(MigrationId id, FaceRow before) {
    if (of(id).beforeReview.remove(before.provided().id()) != null) {
      of(id).rows.put(before.provided().id(), before);
    }
  }

  @Override
  public synchronized void failed(MigrationId id, long number, String reason) {
    Entry entry = of(id).records.get(number);
    if (entry != null && entry.open(of(id))) {
      entry.failures++;
    }
  }

  @Override
  public synchronized int reopen(MigrationId id, Outcome outcome) {
    int reopened = 0;
    for (Entry entry : of(id).records.values()) {
      List<FaceId> faces =
          entry.faces.keySet().stream().filter(face -> rows(id, outcome).contains(face)).toList();
      if (!faces.isEmpty()) {
        faces.forEach(of(id).rows::remove);
        entry.failures = 0;
        reopened++;
      }
    }
    return reopened;
  }

  private Set<FaceId> rows(MigrationId id, Outcome outcome) {
    return of(id).rows.values().stream()
        .filter(row -> row.outcome() == outcome)
        .map(row -> row.provided().id())
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Counts counts(MigrationId id) {
    Ledger ledger = of(id);
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    ledger.rows.values().forEach(row -> outcomes.merge(row.outcome(), 1L, Long::sum));
    outcomes.put(Outcome.WITHDRAWN, ledger.withdrawn);
    long open = ledger.provided().filter(face -> !ledger.rows.containsKey(face)).count();
    long kept = ledger.records.values().stream().mapToLong(entry -> entry.kept.size()).sum();
    return new Counts(ledger.records.size(), open, outcomes, kept);
  }

  @Override
  public synchronized List<FaceRow> rows(
      MigrationId id, @Nullable Outcome outcome, @Nullable FaceId after, int limit) {
    return of(id).rows.values().stream()
        .filter(row -> outcome == null || row.outcome() == outcome)
        .filter(row -> after == null || BY_ID.compare(row.provided().id(), after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<FaceRow> row(MigrationId id, FaceId provided) {
    return Optional.ofNullable(of(id).rows.get(provided));
  }

  @Override
  public synchronized List<FaceRow> rowsOf(MigrationId id, FaceId newFace) {
    return of(id).moved(newFace).toList();
  }

  @Override
  public synchronized List<ProvidedFace> besides(MigrationId id, FaceId provided) {
    return of(id).holder(provided).stream()
        .flatMap(entry -> entry.faces.values().stream())
        .filter(face -> !face.id().equals(provided))
        .toList();
  }

  @Override
  public synchronized Set<FaceId> provided(MigrationId id, Collection<FaceId> faces) {
    return faces.stream().filter(of(id)::knows).collect(Collectors.toSet());
  }

  @Override
  public synchronized List<FaceId> provided(MigrationId id, @Nullable FaceId after, int limit) {
    return of(id)
        .provided()
        .filter(face -> after == null || BY_ID.compare(face, after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Set<FaceId> named(MigrationId id, Collection<FaceId> newFaces) {
    return newFaces.stream().filter(of(id)::names).collect(Collectors.toSet());
  }

  @Override
  public synchronized List<KeptFace> kept(MigrationId id, @Nullable FaceId after, int limit) {
    Ledger ledger = of(id);
    return ledger.records.values().stream()
        .flatMap(entry -> entry.kept.stream().map(face -> new KeptFace(face, entry.record.photo())))
        .filter(kept -> ledger.moved(kept.face().id()).findAny().isEmpty())
        .filter(kept -> after == null || BY_ID.compare(kept.face().id(), after) > 0)
        .sorted(Comparator.comparing(kept -> kept.face().id(), BY_ID))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean withdraw(MigrationId id, FaceId provided) {
    Ledger ledger = of(id);
    if (!ledger.knows(provided)) {
      return false;
    }
    ledger.withdrawn++;
    FaceRow _ = ledger.rows.remove(provided);
    FaceRow _ = ledger.beforeReview.remove(provided);
    ledger
        .holder(provided)
        .ifPresent(
            entry -> {
              ProvidedFace _ = entry.faces.remove(provided);
              if (entry.faces.isEmpty() && entry.kept.isEmpty()) {
                Entry _ = ledger.records.remove(entry.number);
              }
            });
    return true;
  }

  @Override
  public synchronized void delete(MigrationId id) {
    Ledger _ = ledgers.remove(id);
  }

  private Ledger of(MigrationId id) {
    return ledgers.computeIfAbsent(id, _ -> new Ledger());
  }
}
