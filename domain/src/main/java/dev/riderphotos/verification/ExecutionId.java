package dev.riderphotos.verification;

import dev.riderphotos.face.ImageId;
import java.util.UUID;

/** Names an execution: a random UUID, which nobody can guess. */
public record ExecutionId(UUID value) {
  public static ExecutionId random() {
    return new ExecutionId(UUID.randomUUID());
  }

  /**
   * The id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not a UUID in its usual form
   */
  public static ExecutionId of(String text) {
    UUID value = UUID.fromString(text);
    if (!value.toString().equals(text)) {
      throw new IllegalArgumentException("Not an execution id");
    }
    return new ExecutionId(value);
  }

  /** What the execution's face is indexed as coming from. */
  public ImageId imageId() {
    return new ImageId(toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
