package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.access.Scope;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.Actor.Kind;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.AuditLog.Filter;
import dev.riderphotos.audit.AuditPlace;
import dev.riderphotos.audit.AuditReport;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Flaw;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.audit.VerifyAuditTrail;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} keeps, and what shows of it when somebody has a hand in it. */
public abstract class AuditLogContract {
  private static final Origin SHELL = new Origin(Actor.commandLine("root"), null);
  private static final Origin DEMO = new Origin(Actor.of(Kind.DEMO), "127.0.0.1");
  private static final RiderId ADA = new RiderId("ada");
  private static final RiderId BORIS = new RiderId("boris ☕");

  private final Signatures signatures = new TestSignatures();
  private final SettableClock clock = new SettableClock();

  /** Nothing is in it; the same one whenever it is asked for in one test. */
  protected abstract AuditLog log();

  /** Takes an entry away, past the log. */
  protected abstract void deleteEntry(long number);

  /** Writes that an entry is about this, past the log. */
  protected abstract void changeEntry(long number, String about);

  /** Has two entries stand at each other's place, past the log. */
  protected abstract void swapEntries(long one, long other);

  /** Writes this head, past the log; null: takes it away. */
  protected abstract void putHead(@Nullable AuditHead head);

  @Test
  void worksWhenEmpty() {
    assertThat(log().head()).isEmpty();
    assertThat(log().after(Filter.ALL, 0, 10)).isEmpty();
    assertThat(log().before(Filter.ALL, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(log().notes(List.of(1L))).isEmpty();
    assertThat(log().deleteNote(1)).isFalse();
    log().deleteNotesOn("nobody");
    assertThat(verify().sound()).isTrue();
    assertThat(verify().entries()).isZero();
  }

  @Test
  void entriesFollowOneAnotherAsTheyWere() {
    AuditEntry first = audit().tell(SHELL, Deed.of(Act.KEY_CREATED, "k1"));
    clock.goOn(Duration.ofMillis(1));
    AuditEntry second =
        audit()
            .tell(
                new Origin(Actor.key(key("k'1 ☕")), "2001:db8::1"),
                Deed.of(Act.CASE_DECIDED, "case")
                    .saying("TWO_PEOPLE")
                    .concerning(List.of(ADA, BORIS)));

    assertThat(log().after(Filter.ALL, 0, 10)).containsExactly(first, second);
    assertThat(first.number()).isEqualTo(1);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.previous()).isEqualTo(first.hash());
    assertThat(second.riders())
        .containsExactly(audit().hashOf(ADA), audit().hashOf(BORIS))
        .doesNotContain("ada");
    assertThat(log().head().orElseThrow().settled()).isEqualTo(new AuditPlace(2, second.hash()));
    assertThat(verify().sound()).isTrue();
  }

  @Test
  void pagesGoBothWays() {
    tell(5);

    assertThat(numbers(log().after(Filter.ALL, 2, 2))).containsExactly(3L, 4L);
    assertThat(numbers(log().before(Filter.ALL, 4, 2))).containsExactly(3L, 2L);
    assertThat(numbers(log().before(Filter.ALL, Long.MAX_VALUE, 2))).containsExactly(5L, 4L);
    assertThat(log().after(Filter.ALL, 5, 2)).isEmpty();
    assertThat(log().before(Filter.ALL, 1, 2)).isEmpty();
  }

  @Test
  void whatIsFilteredIsFound() {
    Instant start = clock.instant();
    audit().tell(SHELL, Deed.of(Act.KEY_CREATED, "k1"));
    clock.goOn(Duration.ofHours(1));
    audit().tell(DEMO, Deed.of(Act.RIDER_ERASED, ADA));
    clock.goOn(Duration.ofHours(1));
    audit().tell(new Origin(Actor.rider(audit().hashOf(BORIS)), "10.0.0.1"), Deed.of(Act.APPEALED));
    audit().tell(new Origin(Actor.key(key("Bea")), "10.0.0.2"), Deed.of(Act.KEY_CREATED, "k2"));

    assertThat(found(new Filter(Act.KEY_CREATED, null, null, null, null))).containsExactly(1L, 4L);
    assertThat(found(new Filter(null, "Bea", null, null, null))).containsExactly(4L);
    assertThat(found(new Filter(null, "root", null, null, null))).containsExactly(1L);
    assertThat(found(new Filter(null, "demo", null, null, null))).containsExactly(2L);
    assertThat(found(new Filter(null, "command-line", null, null, null))).containsExactly(1L);
    assertThat(found(new Filter(null, null, audit().hashOf(ADA), null, null))).containsExactly(2L);
    assertThat(found(new Filter(null, null, audit().hashOf(BORIS), null, null)))
        .containsExactly(3L);
    assertThat(found(new Filter(null, null, null, start.plusSeconds(3600), null)))
        .containsExactly(2L, 3L, 4L);
    assertThat(found(new Filter(null, null, null, null, start.plusSeconds(3600))))
        .containsExactly(1L);
    assertThat(numbers(log().before(new Filter(Act.KEY_CREATED, null, null, null, null), 4, 9)))
        .containsExactly(1L);
  }

  @Test
  void notesLieBesideAndGoWithoutATrace() {
    AuditEntry entry =
        audit().tell(DEMO, Deed.of(Act.CASE_DECIDED, "c").concerning(List.of(ADA)), "a note ☕");
    AuditEntry other =
        audit().tell(DEMO, Deed.of(Act.CASE_DECIDED, "c").concerning(List.of(BORIS)), "another");
    AuditEntry bare = audit().tell(DEMO, Deed.of(Act.CASE_DECIDED, "c"), " ");
    Set<Long> all = Set.of(entry.number(), other.number(), bare.number());
    assertThat(log().notes(all))
        .isEqualTo(Map.of(entry.number(), "a note ☕", other.number(), "another"));

    assertThat(log().deleteNote(other.number())).isTrue();
    assertThat(log().deleteNote(other.number())).isFalse();
    assertThat(log().notes(all)).isEqualTo(Map.of(entry.number(), "a note ☕"));
    audit().forgetNotesOn(BORIS);
    assertThat(log().notes(all)).hasSize(1);
    audit().forgetNotesOn(ADA);

    assertThat(log().notes(all)).isEmpty();
    assertThat(verify().sound()).isTrue();
    assertThat(verify().entries()).isEqualTo(3);
  }

  @Test
  void ofManyAtOnceEachFollowsAnother() {
    List<AuditEntry> told =
        Concurrently.call(
            8,
            thread -> {
              audit().tell(SHELL, Deed.of(Act.PHOTO_SHOWN, thread + " first"));
              return audit().tell(SHELL, Deed.of(Act.PHOTO_SHOWN, thread + " second"));
            });

    assertThat(told).extracting(AuditEntry::number).doesNotHaveDuplicates();
    assertThat(numbers(log().after(Filter.ALL, 0, 100)))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L);
    assertThat(verify().sound()).isTrue();
  }

  @Test
  void aDeletedEntryIsNamed() {
    tell(30);
    deleteEntry(7);
    deleteEntry(8);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 7, 8));
  }

  @Test
  void theFirstEntryIsMissed() {
    tell(3);
    deleteEntry(1);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 1, 1));
  }

  @Test
  void aChangedEntryIsNamed() {
    tell(30);
    changeEntry(9, "somebody else");
    changeEntry(30, "the last");

    assertThat(verify().flaws())
        .containsExactly(new Flaw(Flaw.Kind.CHANGED, 9, 9), new Flaw(Flaw.Kind.CHANGED, 30, 30));
  }

  @Test
  void twoThatWereSwappedAreNamed() {
    tell(30);
    swapEntries(4, 20);
    swapEntries(8, 9);

    assertThat(verify().flaws())
        .containsExactly(new Flaw(Flaw.Kind.SWAPPED, 4, 20), new Flaw(Flaw.Kind.SWAPPED, 8, 9));
  }

  @Test
  void aTailThatWasCutOffIsNamedForGood() {
    tell(30);
    for (long number = 21; number <= 30; number++) {
      deleteEntry(number);
    }
    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.TAIL_CUT, 21, 30));

    tell(1);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 21, 30));
  }

  @Test
  void aHeadThatIsGoneIsNamedForGood() {
    tell(3);
    putHead(null);
    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.HEAD_MISSING, 3, 3));

    tell(1);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 4, 4));
  }

  @Test
  void aForgedHeadIsNamedForGood() {
    tell(3);
    AuditHead head = log().head().orElseThrow();
    deleteEntry(3);
    AuditEntry second = log().before(Filter.ALL, 3, 1).getFirst();
    putHead(new AuditHead(new AuditPlace(2, second.hash()), null, head.seal()));
    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.HEAD_FORGED, 2, 2));

    tell(1);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 3, 3));
  }

  @Test
  void aHeadOfBeforeIsNamedForGood() {
    tell(3);
    AuditHead old = log().head().orElseThrow();
    tell(2);
    putHead(old);
    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.ADDED, 4, 5));

    tell(1);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.MISSING, 6, 6));
  }

  @Test
  void whatACrashLeavesIsNoFlaw() {
    tell(2);
    AuditEntry first = log().after(Filter.ALL, 0, 1).getFirst();
    AuditEntry second = log().after(Filter.ALL, 1, 1).getFirst();
    AuditHead between = sealed(place(first), place(second));

    putHead(between); // the entry is written, and the head not settled
    assertThat(verify().sound()).isTrue();
    tell(1);
    assertThat(verify().sound()).isTrue();
    assertThat(verify().entries()).isEqualTo(3);
  }

  @Test
  void anEntryThatWasNotWrittenForACrashIsNotMissed() {
    tell(2);
    AuditEntry first = log().after(Filter.ALL, 0, 1).getFirst();
    AuditEntry second = log().after(Filter.ALL, 1, 1).getFirst();
    deleteEntry(2);

    putHead(sealed(place(first), place(second))); // the head says what is to come
    assertThat(verify().sound()).isTrue();
    tell(1);
    assertThat(verify().sound()).isTrue();
    assertThat(verify().entries()).isEqualTo(2);
  }

  private AuditHead sealed(AuditPlace settled, AuditPlace next) {
    return new AuditHead(
        settled,
        next,
        signatures.sign(
            "audit-head",
            Long.toString(settled.number()),
            settled.hash(),
            Long.toString(next.number()),
            next.hash()));
  }

  private static AuditPlace place(AuditEntry entry) {
    return new AuditPlace(entry.number(), entry.hash());
  }

  protected final Audit audit() {
    return new Audit(log(), signatures, clock);
  }

  protected final AuditReport verify() {
    return new VerifyAuditTrail(log(), signatures, clock).verify();
  }

  protected final void tell(int count) {
    for (int i = 0; i < count; i++) {
      var _ = audit().tell(SHELL, Deed.of(Act.REDRIVEN, "event " + i));
    }
  }

  private List<Long> found(Filter filter) {
    return numbers(log().after(filter, 0, 100));
  }

  private static List<Long> numbers(List<AuditEntry> entries) {
    return entries.stream().map(AuditEntry::number).toList();
  }

  private static ApiKey key(String name) {
    return new ApiKey(new KeyId("0123456789ab"), name, Set.of(Scope.OPERATE), Instant.EPOCH, null);
  }
}
