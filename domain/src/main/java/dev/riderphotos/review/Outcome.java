package dev.riderphotos.review;

/** How a case ended. */
public enum Outcome {
  /** The decision was carried out. */
  CARRIED_OUT,
  /** Nobody decided in time: everything is as it was. */
  EXPIRED,
  /** There is nothing to decide any more: a face of it is registered no longer, or a photo gone. */
  GONE
}
