package dev.riderphotos.migration;

/** Whether a record can be moved. */
public sealed interface RecordCheck {
  /** It can. */
  record Movable(ImageRecord record) implements RecordCheck {}

  /**
   * It cannot.
   *
   * @param reason in words for the operator
   */
  record Rejected(ImageRecord record, String reason) implements RecordCheck {}
}
