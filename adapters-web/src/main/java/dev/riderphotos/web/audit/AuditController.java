package dev.riderphotos.web.audit;

import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.audit.AuditQueries.Page;
import dev.riderphotos.web.audit.AuditQueries.Question;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done and shown, and by whom. */
@Controller("/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audit")
class AuditController {
  private static final int MAX_PAGE = 500;

  private final AuditQueries queries;
  private final AuditChecks checks;

  AuditController(AuditQueries queries, AuditChecks checks) {
    this.queries = queries;
    this.checks = checks;
  }

  @Operation(
      summary = "What was done and shown, the newest first",
      description =
          "act is a word such as photo-shown; who is the id or name of a key, the system's user, or"
              + " key, rider, command-line, demo, stranger or sweep; rider is an id, of which"
              + " entries have a keyed hash alone; from and to are days or moments.")
  @Get
  AuditPageAnswer list(
      @QueryValue @Nullable String act,
      @QueryValue @Nullable String who,
      @QueryValue @Nullable String rider,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "100") int limit) {
    Question question = new Question(act, who, rider, from, to);
    int size = Math.clamp(limit, 1, MAX_PAGE);
    Page page = queries.before(question, before(cursor), size + 1);
    List<AuditEntryAnswer> entries = page.answers();
    boolean more = entries.size() > size;
    List<AuditEntryAnswer> shown = more ? entries.subList(0, size) : entries;
    return new AuditPageAnswer(shown, more ? Long.toString(shown.getLast().number()) : null);
  }

  @Operation(
      summary = "Check that no entry was changed, taken away or swapped",
      description = "Reads all entries: with a million of them it takes some seconds.")
  @Get("/verification")
  AuditReportAnswer verification() {
    return AuditReportAnswer.of(checks.check());
  }

  @Operation(
      summary = "Delete the note beside an entry",
      description = "The entry stays, and so does what is checked of it.")
  @Delete("/{number}/note")
  @Status(HttpStatus.NO_CONTENT)
  void deleteNote(long number) {
    queries.deleteNote(number);
  }

  private static long before(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches("\\d{1,18}")) {
      throw ProblemException.invalid("Not a cursor of this list");
    }
    return Long.parseLong(cursor);
  }
}
