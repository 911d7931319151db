package dev.riderphotos.web.audit;

import dev.riderphotos.audit.AuditReport;
import dev.riderphotos.audit.VerifyAuditTrail;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the audit was found when somebody last had it checked, as long as this server runs. */
@Singleton
class AuditChecks {
  private final VerifyAuditTrail verification;
  private volatile @Nullable AuditReport last;

  AuditChecks(VerifyAuditTrail verification) {
    this.verification = verification;
  }

  Optional<AuditReport> last() {
    return Optional.ofNullable(last);
  }

  AuditReport check() {
    AuditReport report = verification.verify();
    last = report;
    return report;
  }
}
