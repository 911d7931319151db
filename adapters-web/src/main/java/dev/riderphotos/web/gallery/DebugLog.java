package dev.riderphotos.web.gallery;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In debug mode, the log has the settings, masked, and then what programs ask for: never their key
 * nor a photo.
 */
@ServerFilter({"/v1/index/**", "/v1/search/**", "/v1/info"})
@Requires(property = "gallery.debug-mode", value = "true")
class DebugLog {
  private static final Logger LOG = LoggerFactory.getLogger(DebugLog.class);

  DebugLog(ShownSettings settings) {
    LOG.info("settings: {}", settings.shown());
  }

  @RequestFilter
  void log(HttpRequest<?> request) {
    LOG.info(
        "event: {} {}, {}, {} bytes",
        request.getMethod(),
        request.getUri(),
        request.getContentType().map(Object::toString).orElse("no content type"),
        request.getContentLength());
  }
}
