package dev.riderphotos.execution;

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
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("Not an execution id");
    }
    return new ExecutionId(UUID.fromString(text));
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
