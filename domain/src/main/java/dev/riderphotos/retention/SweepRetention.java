package dev.riderphotos.retention;

import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureWishes;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Deletes whatever has been kept for its term. It goes in small steps, and remembers nothing
 * between two sweeps: what is gone is due no more, so whatever was cut short is done by the next.
 * Nothing of a rider goes while a case is open that the rider is a part of, and nothing of one who
 * is being erased, for that takes everything. The audit is told once a sweep of each kind that
 * goes, and of each rider.
 */
public final class SweepRetention {
  private final RetentionRule rule;
  private final Executions executions;
  private final PhotoStore photos;
  private final RiderProfiles profiles;
  private final Cases cases;
  private final KeptMail mail;
  private final Sightings sightings;
  private final ErasureWishes wishes;
  private final LinkRegister links;
  private final WordOfAbsence word;
  private final EraseRider erasing;
  private final RetentionWatcher watcher;
  private final Audit audit;
  private final InstantSource clock;

  public SweepRetention(
      RetentionSettings settings,
      Executions executions,
      PhotoStore photos,
      RiderProfiles profiles,
      Cases cases,
      KeptMail mail,
      Sightings sightings,
      ErasureWishes wishes,
      LinkRegister links,
      WordOfAbsence word,
      EraseRider erasing,
      RetentionWatcher watcher,
      Audit audit,
      InstantSource clock) {
    this.rule = new RetentionRule(settings);
    this.executions = executions;
    this.photos = photos;
    this.profiles = profiles;
    this.cases = cases;
    this.mail = mail;
    this.sightings = sightings;
    this.wishes = wishes;
    this.links = links;
    this.word = word;
    this.erasing = erasing;
    this.watcher = watcher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sweeps.
   *
   * @param goesOn is asked between two steps whether to go on
   * @throws dev.riderphotos.BackendException the first, when all that could be done is done
   */
  public Swept sweep(BooleanSupplier goesOn) {
    return walk(new Pass(clock.instant(), true, goesOn, watcher, audit));
  }

  /** What a sweep would do now; nothing is done. */
  public Swept plan() {
    return walk(new Pass(clock.instant(), false, () -> true, RetentionWatcher.NONE, audit));
  }

  private Swept walk(Pass pass) {
    for (Walk each : walks()) {
      boolean more = true;
      while (more) {
        if (!pass.goesOn()) {
          return pass.ended(false);
        }
        more = each.step(pass);
      }
    }
    return pass.ended(pass.goesOn());
  }

  /** When riders sent their last photo is noted first, for its execution may go. */
  private List<Walk> walks() {
    return List.of(
        new SightingWalk(rule, profiles, sightings, executions),
        new ExecutionWalk(rule, executions, photos, profiles, cases, wishes),
        new CaseWalk(rule, cases),
        new MailWalk(rule, mail),
        new LinkWalk(links),
        new RiderWalk(rule, profiles, sightings, executions, cases, wishes, word, erasing, audit));
  }
}
