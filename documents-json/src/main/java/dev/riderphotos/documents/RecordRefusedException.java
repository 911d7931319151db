package dev.riderphotos.documents;

/** A record cannot be taken. */
final class RecordRefusedException extends Exception {
  private final String reason;

  RecordRefusedException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** In words for the operator. */
  String reason() {
    return reason;
  }
}
