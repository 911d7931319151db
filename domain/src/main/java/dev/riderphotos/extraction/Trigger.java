package dev.riderphotos.extraction;

/** What had faces cut out of a picture. */
public enum Trigger {
  /** The picture's arrival in its bucket. */
  EVENT("s3-event-trigger"),
  API("http-api"),
  COMMAND("command-line");

  private final String service;

  Trigger(String service) {
    this.service = service;
  }

  /** As call stacks name it. */
  public String service() {
    return service;
  }
}
