package dev.riderphotos.aws;

import java.util.List;

/** Something in the account that has to be there before anything runs. */
public interface AwsResource {
  /** Whether it is there, as reads alone tell. Faults are BackendExceptions. */
  Part check();

  /**
   * Makes what is missing of it, and changes nothing that is there. May be repeated, also when it
   * was cut short. Faults are {@link dev.riderphotos.BackendException}s.
   *
   * @return all its parts, in the order they were seen to
   */
  List<Part> create();

  /** A resource, or something about it. */
  record Part(String name, State state) {}

  /** How a part was found, and left. */
  enum State {
    THERE,
    MISSING,
    MADE,
    /** The service, an emulator that is, does not know of such a thing. */
    NOT_OFFERED
  }
}
