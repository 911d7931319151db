package dev.riderphotos.extraction;

/**
 * Writes down what is told of a crop, for the programs that read it. The same document is written
 * in the same bytes; there is none that cannot be written.
 */
public interface CropFormat {
  /** The media type of what is written. */
  String contentType();

  byte[] write(CropDocument document);
}
