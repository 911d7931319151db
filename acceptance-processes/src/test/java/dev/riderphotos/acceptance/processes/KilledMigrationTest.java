package dev.riderphotos.acceptance.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Commands;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.FaceRecord;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gallery is moved by commands that end as by {@code kill -9}: in the run, in its sweep, in the
 * switch and at the end; all is as if nobody had killed them. {@code -Dmigration.photos=4000
 * -Dmigration.kills=10} makes it ten thousand faces and ten kills in the run.
 */
class KilledMigrationTest {
  private static final int PHOTOS = Integer.getInteger("migration.photos", 12);
  private static final int KILLS = Integer.getInteger("migration.kills", 1);
  private static final int FEW = 5;
  private static final int WORKERS = 2;
  private static final CollectionId OLD = new CollectionId("gallery");
  private static final CollectionId NEW = new CollectionId("gallery-2");
  private static final List<Photo> GROUPS =
      List.of(
          group(Person.ADA, Person.BORIS, Person.CLARA),
          group(Person.DAVID, Person.ELENA),
          group(Person.FELIX, Person.GRETA, Person.HUGO),
          group(Person.INGRID, Person.JONAS));

  private final Random random = new Random(20_261_129);
  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  private static Photo group(Person first, Person... others) {
    return Photos.jpeg(Portrait.together(first, others).size(160 * (1 + others.length), 160));
  }

  private void fill(int photos) throws IOException {
    try (Application application = Application.open(killed(), Map.of("faces.model", "faceapi-1"))) {
      for (int number = 0; number < photos; number++) {
        index(application, number);
      }
    }
  }

  /** Of some photos a face is deleted again: nobody provides it, and the sweep has work. */
  private static void index(Application application, int number) {
    PhotoIndexing indexing =
        application
            .get(IndexPhoto.class)
            .index(
                new PhotoName("photo-%05d.jpg".formatted(number)),
                GROUPS.get(number % GROUPS.size()),
                new PhotoMetadata(new TreeMap<>()));
    if (number % 10 == 3 && indexing instanceof PhotoIndexing.Indexed(var photo, _, _)) {
      FaceId some = photo.faces().stream().map(FaceRecord::id).findFirst().orElseThrow();
      assertThat(application.get(DeleteFace.class).delete(some))
          .isEqualTo(DeleteFace.Deletion.RESTORABLE);
    }
  }

  @Test
  void killedOrNotTheRunEndsTheSame() throws IOException, InterruptedException {
    fill(PHOTOS);
    Folders.copy(killed(), undisturbed());
    String calm = prepared(undisturbed());
    run(undisturbed(), "run", calm, "--workers", "" + WORKERS, "--tps", "1000");
    String id = prepared(killed());
    int repeated = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long goal = ended(id) + 1 + random.nextInt(1 + 2 * PHOTOS / (KILLS + 1));
      killWhen(() -> ended(id) >= goal, "run", id, "--workers=" + WORKERS, "--tps=1000");
      repeated += indexedButOpen(id);
    }
    assertThat(repeated).isLessThanOrEqualTo(KILLS * WORKERS);
    killWhen(() -> faces(id, "'OPEN'") == 0, "run", id); // it follows, sweeps or ends
    besideAnotherCommand("run", id);
    assertThat(outcomes(killed(), id)).isEqualTo(outcomes(undisturbed(), calm)).isNotEmpty();
  }

  @Test
  void aKilledSwitchIsMadeAndAKilledEndIsTheEnd() throws IOException, InterruptedException {
    fill(FEW);
    String id = prepared(killed());
    run(killed(), "run", id);
    run(killed(), "verify", id);
    try (Application application = Application.open(killed(), Application.QUIET)) {
      index(application, FEW); // it is carried over by the switch
    }
    killWhen(() -> faces(id, "'OPEN'") > 0, "cut-over", id);
    killWhen(
        () ->
            ask("select collection_id from live_collection where role = ?", "gallery")
                .equals(NEW.value()),
        "cut-over",
        id);
    run(killed(), "cut-over", id);
    assertWhole(id);
    assertFinishedInSpiteOfAKill(id);
  }

  /** Each face has one outcome, and the new collection is the live one, and holds just them. */
  private void assertWhole(String id) throws IOException {
    try (Application application = Application.open(killed(), Application.QUIET)) {
      assertThat(live(application)).isEqualTo(NEW);
      assertThat(counts(application, id).open()).isZero();
      List<FaceId> moved = new ArrayList<>();
      rows(application, id)
          .forEach(row -> moved.add(Objects.requireNonNull(row.newFace(), row.toString())));
      assertThat(faces(application, NEW)).doesNotHaveDuplicates().hasSameElementsAs(moved);
      assertThat(faces(application, OLD)).hasSameSizeAs(moved);
      assertThat(counts(application, id).provided()).isEqualTo(moved.size());
    }
  }

  private void assertFinishedInSpiteOfAKill(String id) throws IOException, InterruptedException {
    killWhen(
        () -> ask("select state from migration where id = ?", id).equals("FINISHED"),
        "finish",
        id,
        "--yes");
    run(killed(), "finish", id, "--yes");
    try (Application application = Application.open(killed(), Application.QUIET)) {
      assertThat(application.get(FaceCollections.class).describe(OLD)).isEmpty();
      assertThat(application.get(LiveCollections.class).paired(Role.GALLERY)).isEmpty();
      assertThat(live(application)).isEqualTo(NEW);
    }
  }

  /** Or it ends before it is seen to be so far. */
  private void killWhen(BooleanSupplier far, String... arguments)
      throws IOException, InterruptedException {
    Process process = Commands.start(command(killed(), arguments));
    try (BufferedReader err = process.errorReader();
        BufferedReader out = process.inputReader()) {
      while (process.isAlive() && !far.getAsBoolean()) {
        boolean _ = process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      boolean _ = process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
      boolean _ = process.toHandle().destroyForcibly(); // the process itself would close its output
      int _ = process.waitFor();
      assertThat(err.lines()).noneMatch(line -> line.contains("\tat "));
      long _ = out.lines().count();
    }
  }

  /** The other one only looks at something; who waits for it does the work itself then. */
  private void besideAnotherCommand(String... arguments) throws IOException, InterruptedException {
    Process process;
    try (Application other = Application.beside(killed(), Application.QUIET)) {
      if (ask("select state from migration where id = ?", arguments[1]).equals("RUNNING")) {
        Migration _ = other.get(ControlMigration.class).pause(new MigrationId(arguments[1]));
      }
      process = Commands.start(command(killed(), arguments));
      while (!ask("select state from migration where id = ?", arguments[1]).equals("RUNNING")) {
        assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
    try (BufferedReader err = process.errorReader();
        BufferedReader out = process.inputReader()) {
      assertThat(process.waitFor()).as(() -> err.lines().toList().toString()).isZero();
      assertThat(out.lines()).isNotEmpty();
    }
  }

  private String prepared(Path data) {
    run(data, "prepare", "--from", OLD.value(), "--to", NEW.value());
    return console.out().lines().findFirst().orElseThrow().replace("READY", "").strip();
  }

  private void run(Path data, String... arguments) {
    console.forgetOut();
    assertThat(RiderPhotos.execute(command(data, arguments).toArray(String[]::new)))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);
  }

  private static List<String> command(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of("migrate"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return all;
  }

  /** What became of each face, but for the ids, which are other ones each time. */
  private static Map<String, String> outcomes(Path data, String id) throws IOException {
    try (Application application = Application.open(data, Application.QUIET)) {
      Map<String, String> outcomes = new TreeMap<>();
      for (FaceRow row : rows(application, id)) {
        FaceRow.Match match = Objects.requireNonNull(row.match());
        outcomes.put(
            row.provided().id().value(),
            "%s %s %s %s"
                .formatted(row.outcome(), row.reason(), row.externalImageId(), match.face().box()));
      }
      assertThat(faces(application, NEW)).hasSameSizeAs(outcomes.keySet());
      assertThat(counts(application, id).of(Outcome.MOVED)).isEqualTo(outcomes.size());
      return outcomes;
    }
  }

  /** Photos that are in the new collection, and that the next run indexes again. */
  private int indexedButOpen(String id) throws IOException {
    try (Application application = Application.open(killed(), Application.QUIET)) {
      List<IndexedFace> all = page(application, NEW);
      List<FaceId> ids = all.stream().map(IndexedFace::id).toList();
      Set<FaceId> named = ledger(application).named(new MigrationId(id), ids);
      Set<String> indexed = names(all);
      indexed.removeAll(names(all.stream().filter(face -> named.contains(face.id())).toList()));
      return indexed.size();
    }
  }

  private static Set<String> names(List<IndexedFace> faces) {
    return faces.stream().map(face -> "" + face.externalImageId()).collect(Collectors.toSet());
  }

  private long ended(String id) {
    return faces(id, "'MOVED', 'NOT_REINDEXED', 'FAILED', 'REJECTED'");
  }

  private long faces(String id, String names) {
    String sql = "select sum(faces) from migration_count where migration_id = ? and name in (%s)";
    String sum = ask(sql.formatted(names), id);
    return sum.isEmpty() ? 0 : Long.parseLong(sum);
  }

  /** Looks into the file as nobody of ours does, who would lock the folder. */
  private String ask(String sql, String value) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + killed().resolve("rider-photos.db"));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
      }
    } catch (SQLException fault) {
      throw new AssertionError(fault);
    }
  }

  private static CollectionId live(Application application) {
    return application.get(LiveCollections.class).of(Role.GALLERY);
  }

  private static LedgerRows rows(Application application, String id) {
    return new LedgerRows(ledger(application), new MigrationId(id), null);
  }

  private static Counts counts(Application application, String id) {
    return ledger(application).counts(new MigrationId(id));
  }

  private static MigrationLedger ledger(Application application) {
    return application.get(MigrationLedger.class);
  }

  private static List<FaceId> faces(Application application, CollectionId collection) {
    return page(application, collection).stream().map(IndexedFace::id).toList();
  }

  private static List<IndexedFace> page(Application application, CollectionId collection) {
    List<IndexedFace> all = new ArrayList<>();
    @Nullable Cursor next = null;
    do {
      FacePage page =
          application.get(FaceCollections.class).faces(collection, next, 1000).orElseThrow();
      all.addAll(page.faces());
      next = page.next();
    } while (next != null);
    return all;
  }

  private Path killed() {
    return home.resolve("killed");
  }

  private Path undisturbed() {
    return home.resolve("undisturbed");
  }
}
