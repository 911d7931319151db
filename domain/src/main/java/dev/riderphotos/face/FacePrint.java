package dev.riderphotos.face;

/**
 * What a collection needs to compare or keep a face: a descriptor where we compute it ourselves, a
 * photo reference and box where a service does. Only the adapters that made it can read it.
 * Biometric data: passed from step to step, never kept in a journal, never printed.
 */
public record FacePrint(String value) {
  @Override
  public String toString() {
    return "FacePrint[hidden]";
  }
}
