package dev.riderphotos.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.audit.AuditReport;
import dev.riderphotos.audit.Flaw;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How the audit was found.
 *
 * @param last number of the last entry
 * @param lastHash its hash: kept elsewhere, it tells of an audit that was put back as it was
 * @param flaws in the order of their places; empty if it is sound
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditReportAnswer(
    boolean sound,
    String checkedAt,
    long entries,
    long last,
    String lastHash,
    List<FlawAnswer> flaws) {
  /**
   * A place where it is not as it was written.
   *
   * @param kind changed, missing, swapped, tail-cut, added, head-missing or head-forged
   * @param from number of the entry
   * @param to the last of several in a row; of two that were swapped, the other
   */
  @Serdeable
  public record FlawAnswer(String kind, long from, long to, String detail) {
    static FlawAnswer of(Flaw flaw) {
      return new FlawAnswer(flaw.kind().word(), flaw.from(), flaw.to(), flaw.sentence());
    }
  }

  public static AuditReportAnswer of(AuditReport report) {
    return new AuditReportAnswer(
        report.sound(),
        report.at().toString(),
        report.entries(),
        report.last().number(),
        report.last().hash(),
        report.flaws().stream().map(FlawAnswer::of).toList());
  }
}
