package dev.riderphotos.retention;

/** A way through all of a kind that is kept, in small steps. */
interface Walk {
  /** Looks at the next few; whether there are more. */
  boolean step(Pass pass);
}
