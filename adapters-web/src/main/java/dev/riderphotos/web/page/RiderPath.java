package dev.riderphotos.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Where a rider's page and thumbnail are; of any rider, also of one with a slash or a plus. */
public final class RiderPath {
  private RiderPath() {}

  public static String of(String riderId) {
    return "/riders/" + encoded(riderId);
  }

  public static String ofThumbnail(String riderId) {
    return "/v1/riders/" + encoded(riderId) + "/thumbnail";
  }

  private static String encoded(String riderId) {
    return URLEncoder.encode(riderId, UTF_8).replace("+", "%20");
  }
}
