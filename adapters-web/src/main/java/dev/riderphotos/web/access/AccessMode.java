package dev.riderphotos.web.access;

/** Whom the server is for. */
public enum AccessMode {
  /** Everyone on this machine, and nobody else. */
  DEMO,
  /** Whoever can show a link or a key. */
  SECURED
}
