package dev.riderphotos.testkit;

import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.language.Language;
import dev.riderphotos.retention.DailySweep;
import dev.riderphotos.retention.KeptMail;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.retention.RetentionWatcher;
import dev.riderphotos.retention.SweepRetention;
import dev.riderphotos.retention.Sweeps;
import dev.riderphotos.retention.Swept;
import dev.riderphotos.retention.WordOfAbsence;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.SeeRider;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.verification.EraseRider;
import dev.riderphotos.verification.ErasureReceipts;
import dev.riderphotos.verification.ErasureWishes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The retention of what {@link Verifications} verify, on the same ports, with a clock to set. */
public final class Retentions {
  private final Verifications verifications;
  private final SettableClock clock = new SettableClock();
  private final InMemorySightings sightings = new InMemorySightings();
  private final InMemoryLinkRegister register = new InMemoryLinkRegister();
  private final InMemoryKeptMail mail = new InMemoryKeptMail();
  private final InMemoryErasureWishes wishes = new InMemoryErasureWishes();
  private final InMemorySweeps sweeps = new InMemorySweeps();
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private RetentionSettings settings = RetentionSettings.DEFAULT;
  private Faults faults = new Faults();

  public Retentions(Verifications verifications) {
    this.verifications = verifications;
  }

  /** From now on goes by these settings. */
  public void settings(RetentionSettings other) {
    settings = other;
  }

  /** From now on each port may fail, those of the verifications too. */
  public void withFaults(Faults others) {
    faults = others;
    verifications.swap(ports -> ports.withFaults(others));
  }

  public void goOn(Duration time) {
    clock.goOn(time);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Sweeps from the beginning to the end. */
  public Swept sweep() {
    return retention().sweep(() -> true);
  }

  /** What the audit was told, the first first. */
  public List<AuditEntry> audited() {
    return audit.after(AuditLog.Filter.ALL, 0, Integer.MAX_VALUE);
  }

  public SweepRetention retention() {
    Ports ports = verifications.ports();
    return new SweepRetention(
        settings,
        ports.executions(),
        ports.photos(),
        ports.profiles(),
        ports.cases(),
        faults.around(KeptMail.class, mail),
        seen(),
        wished(),
        noted(),
        new WordOfAbsence(
            ports.notifier(),
            rider -> new EmailAddress(rider.value() + "@localhost"),
            Language.ENGLISH),
        erasing(),
        RetentionWatcher.NONE,
        new Audit(faults.around(AuditLog.class, audit), new TestSignatures(), clock),
        clock);
  }

  /** Erases riders on the same ports. */
  public EraseRider erasing() {
    Ports ports = verifications.ports();
    return new EraseRider(
        wished(),
        new RevokeLinks(new InMemoryRevokedLinks(), new TestSignatures(), clock),
        faults.around(LinkRequests.class, new InMemoryLinkRequests()),
        noted(),
        ports.forgetRider(seen()),
        ports.executions(),
        new ErasureReceipts(clock),
        ports.notifier(),
        () -> {},
        TestReceiptSeal.receipts(clock),
        new TestGallery().photoDeletion());
  }

  private Sightings seen() {
    return faults.around(Sightings.class, sightings);
  }

  private LinkRegister noted() {
    return faults.around(LinkRegister.class, register);
  }

  private ErasureWishes wished() {
    return faults.around(ErasureWishes.class, wishes);
  }

  /** What a process that was just started sweeps by. */
  public DailySweep daily() {
    return new DailySweep(faults.around(Sweeps.class, sweeps), retention(), clock);
  }

  public SeeRider seeing() {
    return new SeeRider(seen(), verifications.ports().profiles(), clock);
  }

  public InMemorySightings sightings() {
    return sightings;
  }

  public InMemoryKeptMail mail() {
    return mail;
  }

  public InMemoryErasureWishes wishes() {
    return wishes;
  }

  public InMemorySweeps sweeps() {
    return sweeps;
  }
}
