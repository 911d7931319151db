package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.documents.JournalJson;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.RiderPhotoKey;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.retention.Kept;
import dev.riderphotos.retention.KeptMail;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.retention.RetentionWatcher;
import dev.riderphotos.retention.SweepRetention;
import dev.riderphotos.retention.Swept;
import dev.riderphotos.retention.WordOfAbsence;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryAuditLog;
import dev.riderphotos.testkit.InMemoryLinkRequests;
import dev.riderphotos.testkit.InMemoryPhotoStore;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.TestGallery;
import dev.riderphotos.testkit.TestReceiptSeal;
import dev.riderphotos.testkit.TestSignatures;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureReceipts;
import dev.riderphotos.verification.ErasureWishes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A year of executions, ten thousand of them, with the clock at its end. */
class RetentionOfManyTest {
  private static final int MANY = 10_000;
  private static final int RIDERS = 500;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = BEGIN.plus(Duration.ofDays(365));
  private static final RiderId UNDER_A_CASE = Riders.number(7);
  private static final RiderId ON_ITS_OTHER_SIDE = Riders.number(8);
  private static final RiderId BEING_ERASED = Riders.number(9);
  private static final RiderId SHOWN = Riders.number(10);

  @RegisterExtension private final Storage storage = new Storage();

  private final Faults faults = new Faults();
  private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
  private final Map<Kept, Long> deleted = new EnumMap<>(Kept.class);
  private final List<Execution> all = new ArrayList<>();
  private int largestPage;

  @BeforeEach
  void aYearPasses() {
    for (int number = 0; number < MANY; number++) {
      all.add(execution(number));
    }
    storage
        .database()
        .write(
            "make many executions",
            connection -> {
              for (Execution each : all) {
                int _ =
                    Statements.change(
                        connection,
                        "insert into execution (rider, status, unfinished, started_at, document,"
                            + " id) values (?, ?, ?, ?, ?, ?)",
                        each.submission().rider().value(),
                        each.status().name(),
                        each.unfinished(),
                        Statements.nanos(each.startedAt()),
                        JournalJson.write(each),
                        each.id().toString());
              }
              return all.size();
            });
    all.forEach(each -> photos.put(each.submission().photo(), Photos.nobody()));
    assertThat(
            new SqliteCases(storage.database())
                .open(CaseFiles.possibleDuplicate(UNDER_A_CASE, ON_ITS_OTHER_SIDE, NOW)))
        .isNotNull();
    new SqliteErasureWishes(storage.database()).add(BEING_ERASED);
    RiderProfile profile =
        new RiderProfile(SHOWN, new FaceId("face"), shown(), new PhotoRef("thumbnails", "one"));
    assertThat(new SqliteRiderProfiles(storage.database()).replace(null, profile)).isPresent();
  }

  /** Some of every kind, evenly over the year. */
  private static Execution execution(int number) {
    ExecutionId id = ExecutionId.random();
    RiderId rider = Riders.number(number % RIDERS);
    String key =
        number % 11 == 0
            ? "riders/%s/%d.jpg".formatted(rider, number)
            : RiderPhotoKey.of(rider, id, "selfie.jpg").text();
    Instant start = BEGIN.plus(Duration.ofDays(365).multipliedBy(number).dividedBy(MANY));
    Execution begun =
        Execution.started(
            id, new Submission(rider, new PhotoRef("rider-photos", key), false, null), start);
    Status end = Status.values()[number / RIDERS % Status.values().length];
    return end == Status.RUNNING ? begun : begun.ended(end, true, start.plusSeconds(5));
  }

  /** The refused photo that was verified after an appeal, long ago. */
  private PhotoRef shown() {
    return all.stream()
        .filter(each -> each.submission().rider().equals(SHOWN))
        .filter(each -> each.status() == Status.REJECTED && each.photoIsItsOwn())
        .findFirst()
        .orElseThrow()
        .submission()
        .photo();
  }

  @Test
  void exactlyThatGoesWhichTheRulesSayInSmallSteps() {
    Swept planned = sweeping().plan();
    assertThat(photos.refs()).hasSize(MANY);

    Swept swept = sweeping().sweep(() -> true);

    assertThat(swept).isEqualTo(planned);
    assertExactlyTheRestIsLeft();
    assertThat(largestPage).as("what is in memory at once").isEqualTo(100);
  }

  @Test
  void whateverInterruptsItTheNextGoesOnAndNothingIsDoneTwice() {
    int runs = 0;
    boolean complete = false;
    while (!complete) {
      faults.nth(
          1_000 + 37 * ++runs, runs % 2 == 0 ? Fault.CRASH : Fault.CRASH_AFTERWARDS, _ -> true);
      int[] steps = new int[1];
      int most = 5 + runs;
      try {
        complete = sweeping().sweep(() -> ++steps[0] < most).complete();
      } catch (Crash _) {
        faults.heal(); // another process goes on
      }
    }

    assertThat(runs).isGreaterThan(5);
    assertExactlyTheRestIsLeft();
  }

  /** By the words of the settings, one execution at a time. */
  private void assertExactlyTheRestIsLeft() {
    Set<ExecutionId> executions = new HashSet<>();
    Set<PhotoRef> left = new HashSet<>();
    PhotoRef shown = shown();
    for (Execution each : all) {
      boolean keeps =
          each.status() == Status.RUNNING
              || Set.of(UNDER_A_CASE, ON_ITS_OTHER_SIDE, BEING_ERASED)
                  .contains(each.submission().rider());
      long days = Duration.between(each.startedAt().plusSeconds(5), NOW).toDays();
      if (keeps || days < 90) {
        executions.add(each.id());
      }
      PhotoRef photo = each.submission().photo();
      boolean others =
          each.status() == Status.VERIFIED || !each.photoIsItsOwn() || photo.equals(shown);
      if (keeps || others || days < 30) {
        left.add(photo);
      }
    }

    assertThat(idsLeft()).isEqualTo(executions);
    assertThat(photos.refs()).isEqualTo(left);
    assertThat(executions.size()).isBetween(2_500, 5_000);
    assertThat(deleted.getOrDefault(Kept.EXECUTIONS, 0L))
        .isLessThanOrEqualTo(MANY - executions.size());
  }

  private Set<ExecutionId> idsLeft() {
    Set<ExecutionId> ids = new HashSet<>();
    Executions journal = new SqliteExecutions(storage.database());
    Executions.Cursor cursor = null;
    do {
      Executions.Page page = journal.list(Filter.ALL, cursor, 500);
      ids.addAll(page.executions().stream().map(Execution::id).collect(Collectors.toSet()));
      cursor = page.next();
    } while (cursor != null);
    return ids;
  }

  private SweepRetention sweeping() {
    Database database = storage.database();
    Executions executions = measured(new SqliteExecutions(database));
    ErasureWishes wishes = new SqliteErasureWishes(database);
    LinkRegister register = new SqliteLinkRegister(database);
    InstantSource clock = InstantSource.fixed(NOW);
    EraseRider erasing =
        new EraseRider(
            wishes,
            new RevokeLinks(new InMemoryRevokedLinks(), new TestSignatures(), clock),
            new InMemoryLinkRequests(),
            register,
            new Verifications().forgetting(),
            executions,
            new ErasureReceipts(clock),
            _ -> {},
            () -> {},
            TestReceiptSeal.receipts(clock),
            new TestGallery().photoDeletion());
    return new SweepRetention(
        RetentionSettings.DEFAULT,
        executions,
        faults.around(PhotoStore.class, photos),
        faults.around(RiderProfiles.class, new SqliteRiderProfiles(database)),
        faults.around(Cases.class, new SqliteCases(database)),
        KeptMail.NONE,
        new SqliteSightings(database),
        wishes,
        register,
        new WordOfAbsence(
            _ -> {}, rider -> new EmailAddress(rider.value() + "@localhost"), Language.ENGLISH),
        erasing,
        counting(),
        new Audit(new InMemoryAuditLog(), new TestSignatures(), clock),
        clock);
  }

  private RetentionWatcher counting() {
    return new RetentionWatcher() {
      @Override
      public void deleted(Kept kept) {
        deleted.merge(kept, 1L, Long::sum);
      }

      @Override
      public void told() {}
    };
  }

  /** The journal, which may fail, and of which the largest page is noted. */
  private Executions measured(Executions journal) {
    Executions failing = faults.around(Executions.class, journal);
    return (Executions)
        Proxy.newProxyInstance(
            Executions.class.getClassLoader(),
            new Class<?>[] {Executions.class},
            (_, method, arguments) -> {
              try {
                Object answer = method.invoke(failing, arguments);
                if (answer instanceof Executions.Page(List<Execution> page, _, _)) {
                  largestPage = Math.max(largestPage, page.size());
                }
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
