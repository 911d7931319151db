package dev.riderphotos.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.Proof;
import dev.riderphotos.web.migration.MigrationWork.JobState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration as {@code migrate show --json} tells of it, and what is being done with it.
 *
 * @param from missing if its faces are those of a records file
 * @param role what {@code from} was live for: RIDERS or GALLERY
 * @param images photos
 * @param faces all that are to be moved, open or not
 * @param newFaces that nobody provided, and that are kept
 * @param run while this server runs it
 * @param job what was begun last and takes a while
 */
@Serdeable
public record MigrationAnswer(
    String id,
    String state,
    @Nullable String from,
    String to,
    @Nullable String role,
    Instant preparedAt,
    long images,
    long faces,
    long open,
    long moved,
    long notReindexed,
    long failed,
    long rejected,
    long withdrawn,
    long newFaces,
    @Nullable ProofAnswer proof,
    @Nullable RunAnswer run,
    @Nullable JobAnswer job) {

  /**
   * What was proven.
   *
   * @param found share of the sample that found itself, 0 to 100
   * @param foundAtLeast share of all that would, with 95 % confidence
   * @param distinctionsLost how often "not this person" was said of a face that was not moved
   */
  @Serdeable
  public record ProofAnswer(
      long faults,
      long sampled,
      long itself,
      long another,
      long nobody,
      double found,
      double foundAtLeast,
      long duplicates,
      long distinctionsLost,
      Instant at) {
    static ProofAnswer of(Proof proof) {
      return new ProofAnswer(
          proof.faults(),
          proof.sampled(),
          proof.itself(),
          proof.another(),
          proof.nobody(),
          proof.found(),
          proof.foundAtLeast(),
          proof.duplicates(),
          proof.distinctionsLost(),
          proof.at());
    }
  }

  /**
   * How it goes on.
   *
   * @param rate faces a second
   * @param secondsLeft at this rate; missing if nothing moves
   * @param waitsFor the fault that has it wait
   */
  @Serdeable
  public record RunAnswer(double rate, @Nullable Long secondsLeft, @Nullable String waitsFor) {
    static RunAnswer of(MigrationWork.Run run, Counts counts) {
      Long left = run.rate() > 0 ? (long) Math.ceil(counts.open() / run.rate()) : null;
      return new RunAnswer(run.rate(), left, run.waitsFor());
    }
  }

  /**
   * What takes a while: VERIFY, CUT_OVER or BACK.
   *
   * @param stage UNDER_WAY, DONE, REFUSED or FAILED
   * @param said sentences for the operator
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobAnswer(String act, String stage, List<String> said) {
    static JobAnswer of(JobState job) {
      return new JobAnswer(job.act().name(), job.stage().name(), job.said());
    }

    boolean underWay() {
      return stage.equals(MigrationWork.Stage.UNDER_WAY.name());
    }
  }

  static MigrationAnswer of(
      Migration migration, Counts counts, @Nullable RunAnswer run, @Nullable JobAnswer job) {
    return new MigrationAnswer(
        migration.id().value(),
        migration.state().name(),
        migration.from() == null ? null : migration.from().value(),
        migration.to().value(),
        migration.role() == null ? null : migration.role().name(),
        migration.preparedAt(),
        counts.records(),
        counts.provided(),
        counts.open(),
        counts.of(Outcome.MOVED),
        counts.of(Outcome.NOT_REINDEXED),
        counts.of(Outcome.FAILED),
        counts.of(Outcome.REJECTED),
        counts.of(Outcome.WITHDRAWN),
        counts.newFaces(),
        migration.proof() == null ? null : ProofAnswer.of(migration.proof()),
        run,
        job);
  }

  /** Whether anything goes on that may change it by itself. */
  boolean goesOn() {
    return state.equals("RUNNING") || (job != null && job.underWay());
  }
}
