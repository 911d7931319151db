package dev.riderphotos.web.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.web.SafeCell;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Executions for other programs: a page at a time is read when whoever asked has taken the one
 * before, so that no more is held, however many there are. Never a photo.
 */
@Singleton
final class ExecutionExport {
  private static final int PAGE = 100;
  private static final String HEADER =
      "executionId,riderId,status,startedAt,endedAt,error,message,reasons,advice,review,faceId,"
          + "s3bucket,s3key\r\n";

  private final ExecutionQueries executions;
  private final ObjectMapper json;

  ExecutionExport(ExecutionQueries executions, ObjectMapper json) {
    this.executions = executions;
    this.json = json;
  }

  /** A line each, as RFC 4180 has it; a text that a spreadsheet would calculate is defused. */
  InputStream csv(ExecutionWish wish) {
    return new SequenceInputStream(
        new ByteArrayInputStream(HEADER.getBytes(UTF_8)), pages(wish, ExecutionExport::csv));
  }

  /** An object a line, as the API tells operators of it. */
  InputStream jsonLines(ExecutionWish wish) {
    return pages(wish, this::json);
  }

  private InputStream pages(ExecutionWish wish, Function<Execution, String> line) {
    return new SequenceInputStream(new Pages(wish, line));
  }

  private String json(Execution execution) {
    try {
      return json.writeValueAsString(ExecutionAnswer.whole(execution)) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String csv(Execution execution) {
    ExecutionAnswer answer = ExecutionAnswer.whole(execution);
    StringBuilder line = new StringBuilder();
    try {
      new CSVPrinter(line, CSVFormat.RFC4180)
          .printRecord(
              answer.executionId(),
              SafeCell.of(answer.riderId()),
              answer.status(),
              answer.startedAt(),
              SafeCell.of(answer.endedAt()),
              SafeCell.of(answer.error()),
              SafeCell.of(answer.message()),
              codes(answer.reasons()),
              codes(answer.advice()),
              execution.review(),
              SafeCell.of(answer.faceId()),
              answer.photo().s3bucket(),
              SafeCell.of(answer.photo().s3key()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }

  private static String codes(List<ReasonAnswer> reasons) {
    return reasons.stream().map(reason -> reason.code().name()).collect(Collectors.joining(" "));
  }

  /** The first page is read at once, so that what is wrong with the wish is told. */
  private final class Pages implements Enumeration<InputStream> {
    private final ExecutionWish wish;
    private final Function<Execution, String> line;
    private @Nullable Page page;

    Pages(ExecutionWish wish, Function<Execution, String> line) {
      this.wish = wish;
      this.line = line;
      this.page = executions.list(wish, null, PAGE);
    }

    @Override
    public boolean hasMoreElements() {
      return page != null;
    }

    @Override
    public InputStream nextElement() {
      Page now = page;
      if (now == null) {
        throw new NoSuchElementException();
      }
      String text = now.executions().stream().map(line).collect(Collectors.joining());
      page = now.next() == null ? null : executions.list(wish, now.next().value(), PAGE);
      return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
  }
}
