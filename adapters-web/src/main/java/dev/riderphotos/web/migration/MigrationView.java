package dev.riderphotos.web.migration;

import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationAct;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.Phrase;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A migration on its page.
 *
 * @param tone good, warn or nothing, of its state
 * @param ended faces that have an outcome
 * @param percent of the faces that have an outcome
 * @param rate faces a second
 * @param left how long it takes yet at this rate
 * @param reviewable whether faces can be decided of by hand
 * @param acts what can be done with it, by name
 * @param next the one of these that comes next; empty if there is none
 */
@Introspected
public record MigrationView(
    MigrationAnswer answer,
    Moment preparedAt,
    @Nullable Moment provenAt,
    String tone,
    long ended,
    int percent,
    @Nullable String rate,
    @Nullable Phrase left,
    @Nullable String found,
    @Nullable String foundAtLeast,
    boolean goesOn,
    boolean reviewable,
    List<String> acts,
    String next) {
  private static final Set<MigrationAct> TAKE_A_WHILE =
      EnumSet.of(
          MigrationAct.VERIFY,
          MigrationAct.CUT_OVER,
          MigrationAct.BACK,
          MigrationAct.FINISH,
          MigrationAct.CANCEL);

  static MigrationView of(Migration migration, MigrationAnswer answer, Instant now) {
    long ended = answer.faces() - answer.open();
    MigrationAnswer.RunAnswer run = answer.run();
    MigrationAnswer.ProofAnswer proof = answer.proof();
    return new MigrationView(
        answer,
        Moment.of(migration.preparedAt(), now),
        proof == null ? null : Moment.of(proof.at(), now),
        tone(migration.state()),
        ended,
        answer.faces() == 0 ? 100 : (int) (100 * ended / answer.faces()),
        run == null ? null : String.format(Locale.ROOT, "%.1f", run.rate()),
        run == null || run.secondsLeft() == null
            ? null
            : Phrase.took(Duration.ofSeconds(run.secondsLeft())),
        proof == null ? null : percent(proof.found()),
        proof == null ? null : percent(proof.foundAtLeast()),
        answer.goesOn(),
        MigrationAct.REVIEW.changes(migration.state()) && !answer.goesOn(),
        acts(migration, answer),
        next(migration));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }

  private static String tone(MigrationState state) {
    return switch (state) {
      case PROVEN, LIVE, FINISHED -> "good";
      case PAUSED -> "warn";
      case READY, RUNNING, DONE, CANCELLED -> "";
    };
  }

  private static List<String> acts(Migration migration, MigrationAnswer answer) {
    boolean busy = answer.job() != null && answer.job().underWay();
    return Arrays.stream(MigrationAct.values())
        .filter(act -> act != MigrationAct.REVIEW && act.changes(migration.state()))
        .filter(act -> !busy || !TAKE_A_WHILE.contains(act))
        .filter(act -> act != MigrationAct.CUT_OVER || migration.role() != null)
        .filter(act -> act != MigrationAct.REDRIVE || answer.failed() + answer.rejected() > 0)
        .filter(act -> act != MigrationAct.PAUSE || migration.state() == MigrationState.RUNNING)
        .sorted(Comparator.comparing(MigrationView::destroys))
        .map(MigrationView::name)
        .toList();
  }

  /** What cannot be taken back stands last. */
  private static boolean destroys(MigrationAct act) {
    return act == MigrationAct.CANCEL || act == MigrationAct.FINISH;
  }

  /** As it stands in paths. */
  static String name(MigrationAct act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String next(Migration migration) {
    return switch (migration.state()) {
      case READY, PAUSED -> name(MigrationAct.RESUME);
      case DONE -> name(MigrationAct.VERIFY);
      case PROVEN -> name(MigrationAct.CUT_OVER);
      case RUNNING, LIVE, FINISHED, CANCELLED -> "";
    };
  }
}
