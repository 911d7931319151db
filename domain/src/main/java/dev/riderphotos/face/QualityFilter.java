package dev.riderphotos.face;

/** How good a face must be to be taken notice of; the bars themselves are the backend's. */
public enum QualityFilter {
  /** Every face is good enough. */
  NONE,
  /** The bar that the backend would choose. */
  AUTO,
  LOW,
  MEDIUM,
  HIGH
}
