package dev.riderphotos.web.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.CutOver.Bar;
import dev.riderphotos.migration.MigrationAct;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.PrepareMigration.Order;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What this process does with migrations, with the faces, models and photos that it has. */
public interface MigrationWork {
  /**
   * Refuses a model that is not there.
   *
   * @throws IllegalArgumentException if there is no such model
   */
  void requireModel(Order order);

  /** Prepares it, with photos as our own records have them, or as the order says. */
  Prepared prepare(Order order);

  /**
   * Prepares what a records file says.
   *
   * @param rejected is told of each record that cannot be moved, and why
   * @throws IllegalArgumentException if the file is no array of records, or breaks off; nothing is
   *     prepared then
   */
  Prepared prepare(
      CollectionId to, MigrationOptions options, Records file, BiConsumer<String, String> rejected);

  /** Has something done that takes a while; false if something is done with it already. */
  boolean begin(Job job);

  /**
   * What is being done with a migration, or was last; empty if nothing since this process began.
   */
  Optional<JobState> job(MigrationId id);

  /** Empty if this process does not run it. */
  Optional<Run> run(MigrationId id);

  /** A records file, to be read more than once. */
  interface Records {
    InputStream open() throws IOException;
  }

  /**
   * Something to be done.
   *
   * @param act that takes a while: verify, cut over or back
   * @param sample of {@link MigrationAct#VERIFY}: how many faces are searched for
   * @param bar of {@link MigrationAct#CUT_OVER}
   */
  record Job(MigrationId migration, MigrationAct act, int sample, Bar bar) {}

  /** How far a job is. */
  enum Stage {
    UNDER_WAY,
    DONE,
    /** Nothing was changed. */
    REFUSED,
    /** Something broke; it may be begun again. */
    FAILED
  }

  /**
   * A job, and what came of it.
   *
   * @param said sentences for the operator
   */
  record JobState(MigrationAct act, Stage stage, List<String> said) {
    public JobState {
      said = List.copyOf(said);
    }
  }

  /**
   * A run under way.
   *
   * @param rate faces a second
   * @param waitsFor the fault that has it wait; {@code null} if it does not wait
   */
  record Run(double rate, @Nullable String waitsFor) {}
}
