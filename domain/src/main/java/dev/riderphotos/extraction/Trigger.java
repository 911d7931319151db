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

  /** Call stacks give the trigger this name. */
  public String service() {
    return service;
  }
}
