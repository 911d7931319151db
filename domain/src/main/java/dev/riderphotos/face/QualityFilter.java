package dev.riderphotos.face;

/** How good a face must be to be taken notice of; the bars themselves are the backend's. */
public enum QualityFilter {
  /** All are. */
  NONE,
  /** The bar that the backend would choose. */
  AUTO,
  LOW,
  MEDIUM,
  HIGH
}
