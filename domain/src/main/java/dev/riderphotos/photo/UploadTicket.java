package dev.riderphotos.photo;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A permission to put one object, and how to use it. */
public sealed interface UploadTicket {
  /** Where to; relative to our own server where that is the store. */
  URI url();

  /** The terms say what may be uploaded, and until when. */
  UploadTerms terms();

  default Instant expiresAt() {
    return terms().expiresAt();
  }

  /**
   * The ticket is used by an HTTP PUT of the photo itself.
   *
   * @param headers to be sent with it
   */
  record Put(URI url, Map<String, String> headers, UploadTerms terms) implements UploadTicket {
    public Put {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * The ticket is used by posting a form.
   *
   * @param fields to be sent before the field {@code file}, which is the photo
   */
  record Form(URI url, Map<String, String> fields, UploadTerms terms) implements UploadTicket {
    public Form {
      fields = Map.copyOf(fields);
    }
  }
}
