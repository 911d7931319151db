package dev.riderphotos.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.audit.AuditLog.Filter;
import dev.riderphotos.testkit.InMemoryAuditLog;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatchUpHeadTest {
  private final AuditLog log = new InMemoryAuditLog();
  private final Audit audit = new Audit(log, new TestSignatures(), new SettableClock());
  private final CatchUpHead catchUp = new CatchUpHead(new TestSignatures());

  @Test
  void whatWasAddedSinceIsNoFlaw() {
    AuditHead copied = told(3);
    AuditHead present = told(2000);

    assertThat(catchUp.upTo(copied, this::entries)).isEqualTo(present);
    assertThat(catchUp.ofNone(this::entries)).isEqualTo(present);
  }

  @Test
  void aHeadThatKnowsMoreThanThereIsStaysSo() {
    AuditHead copied = told(3);

    assertThat(catchUp.upTo(copied, (_, _) -> List.of())).isEqualTo(copied);
  }

  @Test
  void aHeadIsNotBroughtPastAnEntryThatDoesNotFollow() {
    AuditHead copied = told(1);
    AuditHead second = told(1);
    AuditHead _ = told(2);

    AuditHead present =
        catchUp.upTo(
            copied,
            (number, limit) ->
                entries(number, limit).stream().filter(entry -> entry.number() != 3).toList());

    assertThat(present).isEqualTo(second);
  }

  @Test
  void aForgedHeadStaysForged() {
    AuditHead head = told(2);
    AuditHead forged = new AuditHead(AuditPlace.START, null, head.seal());

    assertThat(catchUp.upTo(forged, this::entries)).isEqualTo(forged);
  }

  private AuditHead told(int entries) {
    for (int i = 0; i < entries; i++) {
      AuditEntry _ = audit.tell(Origin.commandLine(), Deed.of(Act.BACKED_UP));
    }
    return log.head().orElseThrow();
  }

  private List<AuditEntry> entries(long number, int limit) {
    return log.after(Filter.ALL, number, limit);
  }
}
