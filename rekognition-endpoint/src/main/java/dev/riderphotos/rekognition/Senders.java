package dev.riderphotos.rekognition;

import io.micronaut.http.HttpRequest;

/** Tells senders of requests apart who have not proved to hold an access key. */
public interface Senders {
  /** Whose share of the server the request takes; of one address it is the same. */
  String account(HttpRequest<?> request);
}
