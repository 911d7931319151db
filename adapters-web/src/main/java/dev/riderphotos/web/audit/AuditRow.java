package dev.riderphotos.web.audit;

import dev.riderphotos.web.audit.AuditEntryAnswer.Who;
import dev.riderphotos.web.page.Moment;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the page.
 *
 * @param kind of whoever did it
 * @param called what the page adds to that; empty if nothing
 * @param path where what it is about is shown; null if nowhere
 * @param riders the beginnings of their hashes
 */
@Introspected
public record AuditRow(
    AuditEntryAnswer entry,
    Moment at,
    String kind,
    String called,
    @Nullable String path,
    List<String> riders) {
  private static final int SHOWN = 8;

  static AuditRow of(AuditEntryAnswer entry, Instant now) {
    Who who = entry.who();
    return new AuditRow(
        entry,
        Moment.of(Instant.parse(entry.at()), now),
        who.kind(),
        called(who),
        path(entry),
        entry.riders().stream().map(AuditRow::shortened).toList());
  }

  private static String called(Who who) {
    if (who.name() != null && !who.name().isEmpty()) {
      return who.name();
    }
    return who.id() == null ? "" : shortened(who.id());
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(hash.length(), SHOWN));
  }

  private static @Nullable String path(AuditEntryAnswer entry) {
    String about = entry.about();
    return about != null
            && (entry.act().startsWith("case-") || entry.act().equals("decision-undone"))
        ? "/reviews/" + about
        : null;
  }
}
