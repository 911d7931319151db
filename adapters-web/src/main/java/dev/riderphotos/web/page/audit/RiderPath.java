package dev.riderphotos.web.page.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Where a rider's page is. */
final class RiderPath {
  private RiderPath() {}

  /** Any rider's, also of one whose id has a slash or a plus. */
  static String of(String riderId) {
    return "/riders/" + URLEncoder.encode(riderId, UTF_8).replace("+", "%20");
  }
}
