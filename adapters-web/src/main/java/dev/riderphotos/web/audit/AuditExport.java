package dev.riderphotos.web.audit;

import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.SafeCell;
import dev.riderphotos.web.audit.AuditEntryAnswer.Who;
import dev.riderphotos.web.audit.AuditQueries.Question;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries, the oldest first, a page at a time. In CSV a text that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
@Singleton
public class AuditExport {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "Number",
              "At",
              "Who",
              "WhoId",
              "WhoName",
              "Act",
              "About",
              "Detail",
              "Riders",
              "From",
              "Note",
              "Previous",
              "Hash")
          .get();

  private final AuditQueries queries;
  private final ObjectMapper json;

  AuditExport(AuditQueries queries, ObjectMapper json) {
    this.queries = queries;
    this.json = json;
  }

  /** How entries are written. */
  public enum Format {
    CSV("csv", "text/csv"),
    JSON_LINES("jsonl", "application/x-ndjson");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
      this.ending = ending;
      this.mediaType = mediaType;
    }

    String ending() {
      return ending;
    }

    String mediaType() {
      return mediaType;
    }

    static Format of(String ending) {
      return Arrays.stream(values())
          .filter(format -> format.ending.equals(ending))
          .findFirst()
          .orElseThrow(() -> ProblemException.invalid("format is csv or jsonl"));
    }
  }

  public void write(Question question, Format format, Appendable out) throws IOException {
    switch (format) {
      case CSV -> writeCsv(question, out);
      case JSON_LINES -> writeLines(question, out);
    }
  }

  private void writeCsv(Question question, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSV);
    for (AuditEntryAnswer entry : entries(question)) {
      Who who = entry.who();
      printer.printRecord(
          entry.number(),
          entry.at(),
          who.kind(),
          text(who.id()),
          text(who.name()),
          entry.act(),
          text(entry.about()),
          text(entry.detail()),
          String.join(" ", entry.riders()),
          text(entry.from()),
          text(entry.note()),
          entry.previous(),
          entry.hash());
    }
  }

  private void writeLines(Question question, Appendable out) throws IOException {
    for (AuditEntryAnswer entry : entries(question)) {
      out.append(json.writeValueAsString(entry)).append('\n');
    }
  }

  private static String text(@Nullable String value) {
    return SafeCell.of(value);
  }

  private Iterable<AuditEntryAnswer> entries(Question question) {
    return () -> new Pages(queries, question);
  }

  /** None but a page of them is held. */
  private static final class Pages implements Iterator<AuditEntryAnswer> {
    private final AuditQueries queries;
    private final Question question;
    private Iterator<AuditEntryAnswer> page;
    private long last;

    Pages(AuditQueries queries, Question question) {
      this.queries = queries;
      this.question = question;
      this.page = List.<AuditEntryAnswer>of().iterator();
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext()) {
        page = queries.onward(question, last).answers().iterator();
      }
      return page.hasNext();
    }

    @Override
    public AuditEntryAnswer next() {
      AuditEntryAnswer next = page.next();
      last = next.number();
      return next;
    }
  }
}
