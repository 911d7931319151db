package dev.riderphotos.app.wiring;

import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.retention.DailySweep;
import dev.riderphotos.retention.KeptMail;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.retention.RetentionWatcher;
import dev.riderphotos.retention.SweepRetention;
import dev.riderphotos.retention.Sweeps;
import dev.riderphotos.retention.WordOfAbsence;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.SeeRider;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.verification.QuietWhileErased;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What goes when its term is over, on whatever serves its ports. */
@Factory
final class RetentionFactory {
  @Singleton
  RetentionSettings settings(Settings.Retention retention) {
    return retention.settings();
  }

  @Singleton
  SeeRider seeing(Sightings sightings, RiderProfiles profiles, InstantSource clock) {
    return new SeeRider(sightings, profiles, clock);
  }

  @Singleton
  WordOfAbsence word(RiderNotifier notifier, ErasureWishes wishes, RiderSettings settings) {
    return new WordOfAbsence(
        new QuietWhileErased(notifier, wishes), settings::addressOf, settings.language());
  }

  @Singleton
  SweepRetention retention(
      RetentionSettings settings,
      Executions executions,
      PhotoStore photos,
      RiderProfiles profiles,
      Cases cases,
      @Nullable KeptMail mail,
      Sightings sightings,
      ErasureWishes wishes,
      LinkRegister links,
      WordOfAbsence word,
      EraseRider erasing,
      RetentionWatcher watcher,
      Audit audit,
      InstantSource clock) {
    return new SweepRetention(
        settings,
        executions,
        photos,
        profiles,
        cases,
        mail == null ? KeptMail.NONE : mail,
        sightings,
        wishes,
        links,
        word,
        erasing,
        watcher,
        audit,
        clock);
  }

  @Singleton
  DailySweep daily(Sweeps sweeps, SweepRetention retention, InstantSource clock) {
    return new DailySweep(sweeps, retention, clock);
  }
}
