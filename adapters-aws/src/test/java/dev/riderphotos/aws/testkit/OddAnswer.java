package dev.riderphotos.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/** What is answered in AWS's place, none of it with a code of AWS's. */
public enum OddAnswer {
  FORBIDDEN(403, Body.NONE),
  FORBIDDEN_PAGE(403, Body.PAGE),
  FORBIDDEN_HALF(403, Body.HALF_JSON),
  NOT_FOUND(404, Body.NONE),
  NOT_FOUND_PAGE(404, Body.PAGE),
  NOT_FOUND_HALF(404, Body.HALF_XML),
  PROXY_WANTS_A_PASSWORD(407, Body.NONE),
  PROXY_WANTS_A_PASSWORD_PAGE(407, Body.PAGE),
  PROXY_WANTS_A_PASSWORD_HALF(407, Body.HALF_JSON),
  TOO_MANY(429, Body.NONE),
  BAD_GATEWAY(502, Body.NONE),
  BAD_GATEWAY_PAGE(502, Body.PAGE),
  BAD_GATEWAY_HALF(502, Body.BROKEN_OFF),
  PAGE(200, Body.PAGE),
  HALF_JSON(200, Body.HALF_JSON),
  HALF_XML(200, Body.HALF_XML),
  BROKEN_OFF(200, Body.BROKEN_OFF);

  private static final Set<Integer> FOR_PEOPLE_TO_MEND = Set.of(403, 404, 407);

  private final int status;
  private final String contentType;
  private final String text;
  private final int missing;

  OddAnswer(int status, Body body) {
    this.status = status;
    this.contentType = body.type();
    this.text = body.text();
    this.missing = body.missing();
  }

  private record Body(String type, String text, int missing) {
    static final Body NONE = new Body("", "", 0);
    static final Body PAGE =
        new Body("text/html; charset=utf-8", "<html><body>No way</body></html>", 0);
    static final Body HALF_JSON = new Body("application/x-amz-json-1.1", "{\"__type\": \"Acc", 0);
    static final Body HALF_XML =
        new Body("application/xml", "<?xml version=\"1.0\"?><Error><Code>NoSuchK", 0);
    static final Body BROKEN_OFF = new Body("application/x-amz-json-1.1", "{\"__type\": \"Acc", 20);
  }

  public int status() {
    return status;
  }

  /** Empty if there is no body. */
  public String contentType() {
    return contentType;
  }

  public byte[] body() {
    return text.getBytes(UTF_8);
  }

  /** How many of the bytes that are announced do not come. */
  public int missing() {
    return missing;
  }

  /** Whether the same call may be answered by AWS a little later. */
  public boolean mayPass() {
    return !FOR_PEOPLE_TO_MEND.contains(status);
  }
}
