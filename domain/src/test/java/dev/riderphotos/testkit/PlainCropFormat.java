package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.extraction.CropDocument;
import dev.riderphotos.extraction.CropFormat;

/** Writes down which crop it is of how many faces, and where its face is, on one line. */
public final class PlainCropFormat implements CropFormat {
  @Override
  public String contentType() {
    return "text/plain";
  }

  @Override
  public byte[] write(CropDocument document) {
    return "crop %d of %d faces, at %s"
        .formatted(document.crop().index(), document.origin().faces(), document.crop().face().box())
        .getBytes(UTF_8);
  }
}
