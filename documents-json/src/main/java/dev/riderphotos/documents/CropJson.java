package dev.riderphotos.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.extraction.CropDocument;
import dev.riderphotos.extraction.CropFormat;
import dev.riderphotos.extraction.FaceCrop;
import dev.riderphotos.extraction.Origin;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;

/**
 * The document of a crop as a CloudEvents 1.0 event in JSON, with the fields that the reference's
 * readers know.
 */
public final class CropJson implements CropFormat {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .build()
          .writer(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  /** Where a PNG says how wide it is, and right after that how high. */
  private static final int SIZE_AT = 16;

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] write(CropDocument document) {
    try {
      return WRITER.writeValueAsBytes(event(document));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A document is always JSON", impossible);
    }
  }

  private static ObjectNode event(CropDocument document) {
    ObjectNode event = object();
    event.put("specversion", "1.0");
    event.put("id", document.crop().id().toString());
    event.put("source", "/rider-photos/face-extraction");
    event.put("type", "document-created");
    event.put("datacontenttype", "application/json");
    event.put("time", document.at().truncatedTo(ChronoUnit.MILLIS).toString());
    event.set("data", data(document));
    return event;
  }

  private static ObjectNode data(CropDocument document) {
    Origin origin = document.origin();
    FaceCrop crop = document.crop();
    ObjectNode data = object();
    data.put("chainId", crop.id().chain().toString());
    data.set("source", file(origin.request().source().url(), origin.photo(), origin.etag()));
    data.set("document", file(document.url(), crop.png(), document.etag()));
    data.putObject("metadata")
        .putObject("properties")
        .put("kind", "image")
        .set("attrs", attributes(document));
    data.putArray("callStack")
        .add("face-cropper")
        .add("face-detector")
        .add(origin.request().trigger().service());
    return data;
  }

  private static ObjectNode file(URI url, Photo photo, String etag) {
    return object()
        .put("url", url.toASCIIString())
        .put("type", photo.format().map(PhotoFormat::contentType).orElseThrow())
        .put("size", photo.size())
        .put("etag", etag);
  }

  private static ObjectNode attributes(CropDocument document) {
    ObjectNode attributes = object();
    attributes.putObject("stats").put("faces", document.origin().faces());
    ByteBuffer size = ByteBuffer.wrap(document.crop().png().bytes()).position(SIZE_AT);
    attributes.putObject("dimensions").put("width", size.getInt()).put("height", size.getInt());
    attributes.set("face", face(document));
    return attributes;
  }

  private static ObjectNode face(CropDocument document) {
    FaceCrop crop = document.crop();
    BoundingBox box = crop.face().box();
    ObjectNode face = object();
    face.put("cropId", crop.id().toString());
    face.put("index", crop.index());
    face.put("confidence", crop.face().confidence());
    face.putObject("boundingBox")
        .put("left", box.left())
        .put("top", box.top())
        .put("width", box.width())
        .put("height", box.height());
    face.put("padding", document.origin().request().options().padding());
    return face;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
