package dev.riderphotos.web.audit;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.AuditLog.Filter;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks entries up as it is asked for; for the API, the page and the shell alike. */
@Singleton
public class AuditQueries {
  private static final int MAX_PAGE = 1000;

  private final AuditLog log;
  private final Audit audit;

  AuditQueries(AuditLog log, Audit audit) {
    this.log = log;
    this.audit = audit;
  }

  /**
   * What is asked for; parameters may be absent, or empty as forms send them.
   *
   * @param rider the id as it was typed, of which the keyed hash is looked for
   * @param from a day or a moment
   * @param to a day, to its end, or a moment, up to it
   */
  public record Question(
      @Nullable String act,
      @Nullable String who,
      @Nullable String rider,
      @Nullable String from,
      @Nullable String to) {}

  /** Entries with the notes beside them. */
  public record Page(List<AuditEntry> entries, Map<Long, String> notes) {
    public List<AuditEntryAnswer> answers() {
      return entries.stream()
          .map(entry -> AuditEntryAnswer.of(entry, notes.get(entry.number())))
          .toList();
    }
  }

  /** The newest first, from before that number on. */
  public Page before(Question question, long number, int limit) {
    return withNotes(log.before(filter(question), number, Math.clamp(limit, 1, MAX_PAGE)));
  }

  /** The newest first, and the last of them the one after that number. */
  public Page after(Question question, long number, int limit) {
    return withNotes(
        log.after(filter(question), number, Math.clamp(limit, 1, MAX_PAGE)).reversed());
  }

  /** The oldest first. */
  public Page onward(Question question, long number) {
    return withNotes(log.after(filter(question), number, MAX_PAGE));
  }

  /** Deletes the note beside an entry. */
  public void deleteNote(long number) {
    if (!log.deleteNote(number)) {
      throw ProblemException.notFound("There is no such note.");
    }
  }

  private Page withNotes(List<AuditEntry> entries) {
    List<Long> decisions =
        entries.stream()
            .filter(entry -> entry.act() == Act.CASE_DECIDED)
            .map(AuditEntry::number)
            .toList();
    return new Page(entries, decisions.isEmpty() ? Map.of() : log.notes(decisions));
  }

  private Filter filter(Question asked) {
    return new Filter(
        given(asked.act()).map(AuditQueries::act).orElse(null),
        given(asked.who()).orElse(null),
        given(asked.rider()).map(this::hash).orElse(null),
        given(asked.from()).map(text -> moment("from", text, 0)).orElse(null),
        given(asked.to()).map(text -> moment("to", text, 1)).orElse(null));
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
  }

  private String hash(String rider) {
    return audit.hashOf(ProblemException.unless(() -> new RiderId(rider)));
  }

  private static Act act(String word) {
    return Act.of(word)
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "act is one of "
                        + Stream.of(Act.values())
                            .map(Act::word)
                            .collect(Collectors.joining(", "))));
  }

  private static Instant moment(String field, String text, int daysOn) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(daysOn).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException noTime) {
      throw ProblemException.invalid(
          field + " is a day such as 2026-11-30, or a moment such as 2026-11-30T12:00:00Z");
    }
  }
}
