package dev.riderphotos.app.wiring;

import dev.riderphotos.access.Signatures;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.VerifyAuditTrail;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What was done and shown, in whatever keeps records. */
@Factory
final class AuditFactory {
  @Singleton
  Audit audit(AuditLog log, Signatures signatures, InstantSource clock) {
    return new Audit(log, signatures, clock);
  }

  @Singleton
  VerifyAuditTrail verification(AuditLog log, Signatures signatures, InstantSource clock) {
    return new VerifyAuditTrail(log, signatures, clock);
  }
}
