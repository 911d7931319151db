package dev.riderphotos.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.ParameterParser;

/** What the headers of a part say of it. */
final class PartHead {
  private static final String FILE_NAME = "filename";

  private final Map<String, String> headers;
  private final Map<String, String> disposition;

  private PartHead(Map<String, String> headers) {
    this.headers = headers;
    this.disposition = parameters(header("content-disposition"));
  }

  /** Of the lines as they stand before the part; one that begins with a space goes on. */
  static PartHead of(String lines) {
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return new PartHead(headers);
  }

  /** Of a header such as {@code form-data; name="photo"}, by their names in small letters. */
  static Map<String, String> parameters(String header) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    try {
      return parser.parse(header, ';');
    } catch (IllegalArgumentException broken) {
      throw Forms.malformed("One of its headers has an encoded word that is broken");
    }
  }

  String name() {
    String name = disposition.get("name");
    if (name == null) {
      throw Forms.malformed("One of its parts has no name");
    }
    return name;
  }

  /** Who sends a file says what it is called, or of what type it is. */
  boolean isFile() {
    String type = type();
    return disposition.containsKey(FILE_NAME) || !(type.isEmpty() || type.startsWith("text/"));
  }

  String fileName() {
    String name = disposition.get(FILE_NAME);
    return name == null ? "" : name;
  }

  /** The content itself, whatever it was encoded as on its way. */
  InputStream decoded(InputStream content) {
    String encoding = header("content-transfer-encoding").toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "binary", "8bit", "7bit" -> content;
      case "base64" -> Base64.getMimeDecoder().wrap(content);
      default ->
          throw Forms.malformed(
              "One of its parts has a Content-Transfer-Encoding other than base64 and binary");
    };
  }

  Charset charset() {
    String name = parameters(header("content-type")).get("charset");
    try {
      return name == null ? UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "MALFORMED_FORM", "A field is in a charset that is not known.");
    }
  }

  private String type() {
    return header("content-type").toLowerCase(Locale.ROOT);
  }

  private String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
