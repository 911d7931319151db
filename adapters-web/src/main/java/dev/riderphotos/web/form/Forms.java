package dev.riderphotos.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.web.Account;
import dev.riderphotos.web.Bodies;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.jspecify.annotations.Nullable;

/** Forms on their way in. A file goes to the disk as it arrives; fields are few and small. */
@Singleton
public final class Forms {
  private static final String MULTIPART = "multipart/form-data";

  private final Bodies bodies;

  Forms(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Whether the request says that it is a form that may have a file. */
  public static boolean isMultipart(HttpRequest<?> request) {
    return contentType(request).regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
  }

  /** What is to become of a file as it arrives; its form's further fields are not looked at. */
  public interface FileUse<T> {
    /**
     * Reads the file while it arrives.
     *
     * @param fields that came before it
     */
    T take(Fields fields, InputStream file) throws IOException;
  }

  /**
   * Takes in a form, fields and file in any order.
   *
   * @return to be closed
   * @throws ProblemException if it is none, or is refused
   */
  public Form read(HttpRequest<?> request, @Nullable InputStream body) {
    return bodies.open(
        request,
        body,
        Bodies.Kind.PHOTO_FORM,
        arrival -> {
          FormReader reader = new FormReader(bodies, Account.of(request), arrival);
          return parts(request, arrival, reader::read);
        });
  }

  /**
   * Hands the form's file on as it arrives, with the fields that came before it.
   *
   * @throws ProblemException if there is none, or the form is refused
   */
  public <T> T stream(
      HttpRequest<?> request, @Nullable InputStream body, String field, FileUse<T> use) {
    return bodies.read(
        request,
        body,
        Bodies.Kind.PHOTO_FORM,
        arrival -> parts(request, arrival, parts -> stream(parts, field, use)));
  }

  /** The fields of a form that has no file, and may be empty. */
  public Fields fields(HttpRequest<?> request, @Nullable InputStream body) {
    String text = new String(bodies.bytes(request, body, Bodies.Kind.FORM), UTF_8);
    Fields fields = new Fields();
    try {
      new QueryStringDecoder(text, UTF_8, false, Integer.MAX_VALUE, true)
          .parameters()
          .forEach((name, values) -> fields.add(name, values.getFirst(), 0));
      return fields;
    } catch (IllegalArgumentException broken) {
      throw malformed("One of its escapes is broken");
    }
  }

  static ProblemException malformed(String why) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "MALFORMED_FORM", "The form cannot be read. " + why + ".");
  }

  static ProblemException oneFile() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "TOO_MANY_FILES", "A form has one file, not several.");
  }

  private static <T> T stream(Parts parts, String field, FileUse<T> use) throws IOException {
    Fields fields = new Fields();
    for (Parts.Part part = parts.next(); part != null; part = parts.next()) {
      if (part.head().name().equals(field)) {
        return use.take(fields, part.content());
      }
      if (part.head().isFile()) {
        throw oneFile();
      }
      fields.add(part);
    }
    throw Fields.missing(field);
  }

  private interface Reading<T> {
    T read(Parts parts) throws IOException;
  }

  private static <T> T parts(HttpRequest<?> request, InputStream body, Reading<T> reading) {
    if (!isMultipart(request)) {
      throw new ProblemException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "NO_FORM", "This takes a form: " + MULTIPART + ".");
    }
    try {
      return reading.read(Parts.of(contentType(request), body));
    } catch (FileUploadSizeException tooLarge) {
      throw malformed("The headers of one of its parts are too long");
    } catch (IOException broken) {
      throw malformed("It was cut short, or is not as its boundary and its encodings say");
    }
  }

  private static String contentType(HttpRequest<?> request) {
    String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type;
  }
}
