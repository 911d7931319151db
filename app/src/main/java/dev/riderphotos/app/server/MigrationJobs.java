package dev.riderphotos.app.server;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.app.migration.MigrationDesk;
import dev.riderphotos.app.migration.MigrationIntake;
import dev.riderphotos.app.migration.RunsHere;
import dev.riderphotos.documents.BrokenRecordsException;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Answer;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Kind;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Order;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.NoSuchMigrationException;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.WrongStateException;
import dev.riderphotos.web.migration.MigrationWork;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** Does for the pages and the API what takes a while, one after the other. */
@Singleton
public final class MigrationJobs implements MigrationWork, BackgroundWork {
  private static final Pace PACE = Pace.every(Duration.ofMillis(200));

  private final PrepareMigration preparation;
  private final ProveMigration proof;
  private final MigrationIntake intake;
  private final MigrationDesk desk;
  private final RunsHere runs;
  private final Repeatedly taking;
  private final Queue<Job> waiting = new ConcurrentLinkedQueue<>();
  private final Map<MigrationId, JobState> states = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  MigrationJobs(
      PrepareMigration preparation,
      ProveMigration proof,
      MigrationIntake intake,
      MigrationDesk desk,
      RunsHere runs,
      Background background) {
    this.preparation = preparation;
    this.proof = proof;
    this.intake = intake;
    this.desk = desk;
    this.runs = runs;
    this.taking = background.repeatedly("prove and switch migrations", PACE, this::takeAll);
  }

  @Override
  public void requireModel(PrepareMigration.Order order) {
    intake.requireModel(intake.model(order.model(), order.sameModel()));
  }

  @Override
  public Prepared prepare(PrepareMigration.Order order) {
    PrepareMigration.Order complete =
        new PrepareMigration.Order(
            order.from(),
            order.to(),
            intake.model(order.model(), order.sameModel()),
            order.photosIn(),
            order.sameModel(),
            order.options());
    return preparation.prepare(complete, intake.origins(order.from(), order.photosIn()));
  }

  @Override
  public Prepared prepare(
      CollectionId to,
      MigrationOptions options,
      MigrationWork.Records file,
      BiConsumer<String, String> rejected) {
    try {
      refuseBroken(file);
      Prepared prepared = preparation.prepare(to, options);
      return prepared instanceof Prepared.Ready(Migration migration, _)
          ? taken(migration, file, rejected)
          : prepared;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void refuseBroken(MigrationWork.Records file) throws IOException {
    try {
      MigrationIntake.requireWhole(file::open);
    } catch (BrokenRecordsException broken) {
      throw new IllegalArgumentException(broken.getMessage(), broken);
    }
  }

  private Prepared taken(
      Migration migration, MigrationWork.Records file, BiConsumer<String, String> rejected)
      throws IOException {
    intake.take(
        file::open,
        migration.id(),
        migration.to(),
        refused -> rejected.accept(refused.record(), refused.reason()));
    return new Prepared.Ready(migration, intake.counts(migration.id()));
  }

  @Override
  public boolean begin(Job job) {
    JobState begun = new JobState(job.act(), Stage.UNDER_WAY, List.of());
    JobState now =
        states.compute(
            job.migration(),
            (_, before) -> before != null && before.stage() == Stage.UNDER_WAY ? before : begun);
    if (now != begun) {
      return false;
    }
    return waiting.add(job);
  }

  @Override
  public Optional<JobState> job(MigrationId id) {
    return Optional.ofNullable(states.get(id));
  }

  @Override
  public Optional<Run> run(MigrationId id) {
    return runs.find(id).map(run -> new Run(run.rate(), run.waitsFor().orElse(null)));
  }

  @Override
  public void start() {
    taking.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    stopped = true;
    taking.stop();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return taking.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    stop();
    taking.close();
  }

  private void takeAll() {
    for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
      take(job);
    }
  }

  private void take(Job job) {
    try {
      end(job, done(job));
    } catch (WrongStateException | NoSuchMigrationException | RunElsewhereException refused) {
      end(job, new Answer(false, refused.getMessage() + "."));
    } catch (Conflict somebodyElse) {
      end(job, new Answer(false, "Somebody else changed the migration meanwhile. Try again."));
    } catch (StoppedException ending) {
      end(job, new Answer(false, "The server was ended meanwhile. Try again."));
    } catch (RuntimeException fault) {
      states.put(job.migration(), new JobState(job.act(), Stage.FAILED, List.of(told(fault))));
      throw fault;
    }
  }

  private static String told(RuntimeException fault) {
    return fault instanceof BackendException
        ? fault.getMessage() + ". Try again in a moment."
        : "Something broke; the server's log says what. Try again.";
  }

  private void end(Job job, Answer answer) {
    Stage stage = answer.done() ? Stage.DONE : Stage.REFUSED;
    states.put(job.migration(), new JobState(job.act(), stage, answer.text().lines().toList()));
  }

  private Answer done(Job job) {
    return switch (job.act()) {
      case VERIFY -> verified(job);
      case CUT_OVER -> desk.carryOut(order(job, Kind.CUT_OVER), () -> stopped);
      case BACK -> desk.carryOut(order(job, Kind.BACK), () -> stopped);
      case PAUSE, RESUME, CANCEL, REDRIVE, REVIEW, FINISH ->
          throw new IllegalArgumentException(job.act() + " takes no while");
    };
  }

  private static Order order(Job job, Kind kind) {
    return new Order(job.migration(), kind, job.bar().minMoved(), job.bar().minFound(), false);
  }

  private Answer verified(Job job) {
    FindingsInWords findings = new FindingsInWords();
    Migration migration = proof.prove(job.migration(), job.sample(), findings, () -> stopped);
    boolean proven = migration.state() == MigrationState.PROVEN;
    return new Answer(proven, (proven ? "PROVEN." : "It is not proven.") + findings.text());
  }
}
