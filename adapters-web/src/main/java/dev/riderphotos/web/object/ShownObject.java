package dev.riderphotos.web.object;

import dev.riderphotos.BackendException;
import dev.riderphotos.photo.SignedAccess.Fetched.Found;
import dev.riderphotos.web.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;

/** An object as a link shows it: all of it, a part, or that it is the one that is known. */
final class ShownObject {
  /** The framework compares dates once more, without the ETag; no date is this one. */
  private static final long NO_DATE = Long.MIN_VALUE;

  private final HttpRequest<?> request;
  private final Found found;

  ShownObject(HttpRequest<?> request, Found found) {
    this.request = request;
    this.found = found;
  }

  /** Its stream is closed when this returns, or goes with the answer. */
  HttpResponse<?> answer() {
    Preconditions conditions =
        new Preconditions(request.getHeaders(), found.etag(), found.modified());
    return switch (conditions.outcome()) {
      case SEND -> conditions.rangeHolds() ? ranged() : sent(HttpStatus.OK, 0, found.size());
      case NOT_MODIFIED -> described(closed(HttpResponse.notModified()));
      case FAILED ->
          closed(
              Problem.of(
                      HttpStatus.PRECONDITION_FAILED,
                      "PRECONDITION_FAILED",
                      "The object is not the one that the request names.")
                  .response());
    };
  }

  private MutableHttpResponse<?> ranged() {
    return switch (ByteRange.of(request.getHeaders().findFirst(HttpHeaders.RANGE), found.size())) {
      case ByteRange.Whole _ -> sent(HttpStatus.OK, 0, found.size());
      case ByteRange.Part part ->
          sent(HttpStatus.PARTIAL_CONTENT, part.first(), part.length())
              .header(
                  HttpHeaders.CONTENT_RANGE,
                  "bytes %d-%d/%d".formatted(part.first(), part.last(), found.size()));
      case ByteRange.OutOfBounds _ ->
          closed(
              Problem.of(
                      HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                      "RANGE_NOT_SATISFIABLE",
                      "The object has %d bytes, and none of those.".formatted(found.size()))
                  .response()
                  .header(HttpHeaders.CONTENT_RANGE, "bytes */" + found.size()));
    };
  }

  private MutableHttpResponse<?> sent(HttpStatus status, long first, long length) {
    MediaType type = MediaType.of(found.format().contentType());
    if (request.getMethod() == HttpMethod.HEAD) {
      return described(closed(HttpResponse.status(status).contentType(type).contentLength(length)));
    }
    try {
      found.bytes().skipNBytes(first);
    } catch (IOException fault) {
      throw new BackendException("read a photo", true, fault);
    }
    StreamedFile part = new StreamedFile(new Slice(found.bytes(), length), type, NO_DATE, length);
    return described(HttpResponse.status(status).body(part));
  }

  private MutableHttpResponse<?> described(MutableHttpResponse<?> answer) {
    return answer
        .header(HttpHeaders.ETAG, Preconditions.quoted(found.etag()))
        .header(HttpHeaders.LAST_MODIFIED, Preconditions.date(found.modified()))
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300");
  }

  private MutableHttpResponse<?> closed(MutableHttpResponse<?> answer) {
    try (var _ = found.bytes()) {
      return answer;
    } catch (IOException fault) {
      throw new BackendException("read a photo", true, fault);
    }
  }
}
