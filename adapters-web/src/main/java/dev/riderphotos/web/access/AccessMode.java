package dev.riderphotos.web.access;

/** Whom the server is for. */
public enum AccessMode {
  /** The server is for everyone on this machine, and nobody else. */
  DEMO,
  /** The server is for whoever can show a link or a key. */
  SECURED
}
