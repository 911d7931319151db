package dev.riderphotos.embedded.files;

import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Upload terms as parameters of a URL or fields of a form, with our signature on all of them. */
final class SignedTerms {
  static final String EXPIRES = "expires";
  static final String SIGNATURE = "signature";
  static final String CONTENT_TYPE = "Content-Type";

  private static final String SIZE = "size";
  private static final String MAX_SIZE = "max-size";

  private final SigningKey key;

  SignedTerms(SigningKey key) {
    this.key = key;
  }

  Map<String, String> write(UploadTerms terms, String way) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(CONTENT_TYPE, terms.format().contentType());
    parameters.put(terms.size().exact() ? SIZE : MAX_SIZE, Long.toString(terms.size().bytes()));
    parameters.put(EXPIRES, Long.toString(terms.expiresAt().getEpochSecond()));
    parameters.put(SIGNATURE, key.sign(parts(terms, way)));
    return parameters;
  }

  /** What the parameters allow; empty if it was not we who signed them. */
  Optional<UploadTerms> read(PhotoRef ref, Map<String, String> parameters, String way) {
    try {
      return PhotoFormat.ofContentType(parameters.getOrDefault(CONTENT_TYPE, ""))
          .map(format -> new UploadTerms(ref, format, size(parameters), expiry(parameters)))
          .filter(terms -> key.signed(parameters.getOrDefault(SIGNATURE, ""), parts(terms, way)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Reads when a link or ticket ends. */
  static Instant expiry(Map<String, String> parameters) {
    return Instant.ofEpochSecond(number(parameters.getOrDefault(EXPIRES, "")));
  }

  private static Size size(Map<String, String> parameters) {
    String exact = parameters.get(SIZE);
    return exact == null
        ? Size.atMost(number(parameters.getOrDefault(MAX_SIZE, "")))
        : Size.exactly(number(exact));
  }

  private static long number(String digits) {
    if (!digits.matches("\\d{1,12}")) {
      throw new IllegalArgumentException("Not a number of ours");
    }
    return Long.parseLong(digits);
  }

  private static String[] parts(UploadTerms terms, String way) {
    return new String[] {
      way,
      terms.ref().bucket(),
      terms.ref().key(),
      terms.format().contentType(),
      (terms.size().exact() ? SIZE : MAX_SIZE) + "=" + terms.size().bytes(),
      Long.toString(terms.expiresAt().getEpochSecond())
    };
  }
}
