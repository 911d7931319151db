package dev.riderphotos.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.AuditEntry;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done or shown.
 *
 * @param about the id of a case, execution, face, key, link, migration or event
 * @param riders keyed hashes of whom it concerns
 * @param from the address; absent from the command line
 * @param note words that lie beside it, and can be deleted
 * @param previous the hash of the entry before
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntryAnswer(
    long number,
    String at,
    Who who,
    String act,
    @Nullable String about,
    @Nullable String detail,
    List<String> riders,
    @Nullable String from,
    @Nullable String note,
    String previous,
    String hash) {
  /**
   * Who did it.
   *
   * @param kind key, rider, command-line, demo, stranger or sweep
   * @param id the key's, or the rider's keyed hash
   * @param name the key's, or the system's user's
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Who(String kind, @Nullable String id, @Nullable String name) {
    static Who of(Actor actor) {
      return new Who(actor.kind().word(), actor.id(), actor.name());
    }
  }

  static AuditEntryAnswer of(AuditEntry entry, @Nullable String note) {
    return new AuditEntryAnswer(
        entry.number(),
        entry.at().toString(),
        Who.of(entry.origin().who()),
        entry.act().word(),
        entry.about(),
        entry.detail(),
        entry.riders(),
        entry.origin().from(),
        note,
        entry.previous(),
        entry.hash());
  }
}
