package dev.riderphotos.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of an erased rider that is still there, in a place that no erasure reaches.
 *
 * @param until when it is gone at the latest; {@code null} if nobody said so
 */
public record KeptElsewhere(Place place, @Nullable Instant until) {
  /** Where it is, and what is in it. */
  public enum Place {
    /** Copies of the data folder, made before. */
    BACKUPS(
        "Backups made before have the rider. Whoever restores one erases the rider again, by a hash"
            + " of the id with a secret key"),
    /** That hash, which the audit has, too. */
    KEYED_HASH(
        "A hash of the rider's id with a secret key, so that a backup that is restored is not the"
            + " rider's return"),
    /** Earlier states of DynamoDB's tables. */
    POINT_IN_TIME_RECOVERY(
        "Tables can be taken back to a moment before the erasure, by operators of the AWS account"),
    /** Messages that could not be picked out of the queue of arrivals. */
    QUEUE(
        "Word that a photo had arrived may wait in a queue: it names the photo's key, and finds"
            + " nothing"),
    /** Steps that a state machine ran. */
    STATE_MACHINE_HISTORY(
        "The history of the state machine has the rider's id, ids of executions and faces, keys of"
            + " photos, and where faces were in them; no photo and no address"),
    /** Photos of the gallery that may show the rider. */
    GALLERY("The gallery was not looked at: nobody named photos of it that show the rider");

    private final String sentence;

    Place(String sentence) {
      this.sentence = sentence;
    }

    /** Says it in English. */
    public String sentence() {
      return sentence;
    }
  }
}
