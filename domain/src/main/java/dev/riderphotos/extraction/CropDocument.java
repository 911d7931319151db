package dev.riderphotos.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What is told of a crop: a CloudEvents 1.0 event as JSON. Whatever goes into it is a number, a URL
 * or a word of our own, in none of which JSON has anything to escape; and digits are the same in
 * every country.
 */
final class CropDocument {
  static final String CONTENT_TYPE = "application/json";

  /** Where a PNG says how wide it is, and right after that how high. */
  private static final int SIZE_AT = 16;

  private CropDocument() {}

  static byte[] of(Origin origin, FaceCrop crop, URI url, Instant at) {
    return String.format(
            Locale.ROOT,
            """
            {
              "specversion": "1.0",
              "id": "%s",
              "source": "/rider-photos/face-extraction",
              "type": "document-created",
              "datacontenttype": "application/json",
              "time": "%s",
              "data": {
                "chainId": "%s",
                "source": %s,
                "document": %s,
                "metadata": {
                  "properties": {
                    "kind": "image",
                    "attrs": {
                      "stats": {"faces": %d},
                      "dimensions": %s,
                      "face": %s
                    }
                  }
                },
                "callStack": ["face-cropper", "face-detector", "%s"]
              }
            }
            """,
            crop.id(),
            at.truncatedTo(ChronoUnit.MILLIS),
            crop.id().chain(),
            file(origin.request().source().url(), origin.photo(), origin.etag()),
            file(url, crop.png(), Digests.etag(crop.png().bytes())),
            origin.faces(),
            dimensions(crop.png()),
            face(crop, origin.request().options()),
            origin.request().trigger().service())
        .getBytes(UTF_8);
  }

  private static String file(URI url, Photo photo, String etag) {
    String type = photo.format().map(PhotoFormat::contentType).orElseThrow();
    return String.format(
        Locale.ROOT,
        "{\"url\": \"%s\", \"type\": \"%s\", \"size\": %d, \"etag\": \"%s\"}",
        url.toASCIIString(),
        type,
        photo.size(),
        etag);
  }

  private static String dimensions(Photo png) {
    ByteBuffer size = ByteBuffer.wrap(png.bytes()).position(SIZE_AT);
    return String.format(
        Locale.ROOT, "{\"width\": %d, \"height\": %d}", size.getInt(), size.getInt());
  }

  private static String face(FaceCrop crop, ExtractionOptions options) {
    BoundingBox box = crop.face().box();
    return String.format(
        Locale.ROOT,
        """
        {"cropId": "%s", "index": %d, "confidence": %s, "boundingBox": %s, "padding": %s}""",
        crop.id(),
        crop.index(),
        crop.face().confidence(),
        String.format(
            Locale.ROOT,
            "{\"left\": %s, \"top\": %s, \"width\": %s, \"height\": %s}",
            box.left(),
            box.top(),
            box.width(),
            box.height()),
        options.padding());
  }
}
