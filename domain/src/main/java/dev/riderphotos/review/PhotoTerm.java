package dev.riderphotos.review;

import dev.riderphotos.execution.Execution;
import java.time.Instant;

/** For how long the photo of a refusal is kept, if nobody appeals. */
public interface PhotoTerm {
  /** Whether it may be deleted then. */
  boolean isOver(Execution refused, Instant at);
}
