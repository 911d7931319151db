package dev.riderphotos.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.extraction.CropId;
import dev.riderphotos.extraction.ExtractFaces;
import dev.riderphotos.extraction.Extraction.Extracted;
import dev.riderphotos.extraction.ExtractionOptions;
import dev.riderphotos.extraction.ExtractionRequest;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.extraction.Source;
import dev.riderphotos.extraction.Trigger;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.InMemoryExtractionStore;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.PlainFaceCropper;
import dev.riderphotos.testkit.PlainPhotoOpener;
import dev.riderphotos.testkit.TickingClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CropJsonTest {
  private static final ExtractionRequest REQUEST =
      new ExtractionRequest(
          Source.of(new PhotoRef("extraction-input", "a folder/ünï+1.jpg")),
          Trigger.EVENT,
          ExtractionOptions.DEFAULT);

  private final InMemoryExtractionStore store = new InMemoryExtractionStore();
  private final Extractions extractions = new Extractions(store);

  @Test
  void theDocumentIsACloudEventThatTellsAllOfTheCrop() throws IOException {
    Photo photo = Photos.threeFaces();
    Extracted extracted = extracted(photo);
    CropId second = extracted.crops().get(1);
    JsonNode event = document(second);

    assertThat(names(event))
        .containsExactly("specversion", "id", "source", "type", "datacontenttype", "time", "data");
    assertThat(event.at("/specversion").textValue()).isEqualTo("1.0");
    assertThat(event.at("/id").textValue()).isEqualTo(second.toString());
    assertThat(event.at("/source").textValue()).isEqualTo("/rider-photos/face-extraction");
    assertThat(event.at("/type").textValue()).isEqualTo("document-created");
    assertThat(event.at("/time").textValue()).startsWith("2026-01-01T00:00:00");
    assertThat(event.at("/data/chainId").textValue()).isEqualTo(extracted.chain().toString());
    assertThat(event.at("/data/callStack").toString())
        .isEqualTo("[\"face-cropper\",\"face-detector\",\"s3-event-trigger\"]");
  }

  @Test
  void itTellsOfThePictureAndOfTheCrop() throws IOException {
    Photo photo = Photos.threeFaces();
    CropId second = extracted(photo).crops().get(1);
    JsonNode data = document(second).at("/data");

    assertThat(names(data.at("/source"))).containsExactly("url", "type", "size", "etag");
    assertThat(data.at("/source/url").textValue())
        .isEqualTo("s3://extraction-input/a%20folder/%C3%BCn%C3%AF%2B1.jpg");
    assertThat(data.at("/source/type").textValue()).isEqualTo("image/jpeg");
    assertThat(data.at("/source/size").intValue()).isEqualTo(photo.size());
    assertThat(data.at("/source/etag").textValue()).matches("[0-9a-f]{32}");
    assertThat(data.at("/document/url").textValue()).isEqualTo("memory:///" + second.image());
    assertThat(data.at("/document/type").textValue()).isEqualTo("image/png");
  }

  @Test
  void itTellsWhereTheFaceIs() throws IOException {
    CropId second = extracted(Photos.threeFaces()).crops().get(1);
    JsonNode properties = document(second).at("/data/metadata/properties");
    ByteBuffer size = ByteBuffer.wrap(extractions.image(second).orElseThrow()).position(16);

    assertThat(properties.at("/kind").textValue()).isEqualTo("image");
    assertThat(properties.at("/attrs/stats/faces").intValue()).isEqualTo(3);
    assertThat(properties.at("/attrs/dimensions/width").intValue()).isEqualTo(size.getInt());
    assertThat(properties.at("/attrs/dimensions/height").intValue()).isEqualTo(size.getInt());
    assertThat(names(properties.at("/attrs/face")))
        .containsExactly("cropId", "index", "confidence", "boundingBox", "padding");
    assertThat(properties.at("/attrs/face/index").intValue()).isEqualTo(1);
    assertThat(properties.at("/attrs/face/confidence").doubleValue()).isEqualTo(99.5);
    assertThat(names(properties.at("/attrs/face/boundingBox")))
        .containsExactly("left", "top", "width", "height");
  }

  @Test
  void digitsAreTheSameInEveryCountry() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
    try {
      CropId crop = extracted(Photos.oneFace()).crops().getFirst();
      assertThat(document(crop).at("/data/metadata/properties/attrs/stats").toString())
          .isEqualTo("{\"faces\":1}");
    } finally {
      Locale.setDefault(before);
    }
  }

  private Extracted extracted(Photo photo) {
    ExtractFaces extraction =
        new ExtractFaces(
            new PlainPhotoOpener(),
            new KnownFaces(),
            new PlainFaceCropper(),
            store,
            new CropJson(),
            new TickingClock());
    return (Extracted) extraction.extract(REQUEST, photo);
  }

  private JsonNode document(CropId crop) throws IOException {
    return new ObjectMapper().readTree(extractions.document(crop).orElseThrow());
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }
}
