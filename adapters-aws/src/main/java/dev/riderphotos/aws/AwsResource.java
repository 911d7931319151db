package dev.riderphotos.aws;

import java.util.List;

/** Something in the account that has to be there before anything runs. */
public interface AwsResource extends UsesAws {
  /** Whether it is there, as reads alone tell. */
  Part check();

  /**
   * Makes what is missing of it, and changes nothing that is there. May be repeated, also when it
   * was cut short.
   *
   * @return all its parts, in the order they were seen to
   */
  List<Part> create();

  /** What {@link #check} asks for. */
  @Override
  List<AwsUse> uses();

  /** What {@link #create} asks for beside {@link #uses}. */
  List<AwsUse> makes();

  /** A resource, or something about it; of one that nothing could be learnt of, why. */
  record Part(String name, State state) {}

  /** How a part was found, or left. */
  enum State {
    THERE,
    MISSING,
    MADE,
    /** The part was not made, on purpose; the name says why. */
    LEFT_OUT,
    /** The service does not know of such a thing: it is an emulator. */
    NOT_OFFERED,
    /** The service did not answer, or not to us. */
    UNKNOWN;

    /** Says whether nothing is left to do. */
    public boolean fine() {
      return this != MISSING && this != UNKNOWN;
    }
  }
}
