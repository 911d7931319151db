package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Version faceapi-1 computes what the JavaScript library computes. */
class GoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static FaceEngine engine;

  @BeforeAll
  static void open() {
    engine =
        FaceEngine.open(
            FaceModel.of(BaseModel.FACEAPI_1),
            LandmarkOrigin.BOX,
            DetectorPrecision.FLOAT,
            FaceEngine::packedFile);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  /** The picture was drawn; src/test/golden says how the library's results were made. */
  @Test
  void equalsTheLibraryOnTheSamePixels() throws IOException {
    List<Face> faces = engine.analyse(Pictures.ofPpm("people.ppm"));
    JsonNode theirs = JSON.readTree(GoldenTest.class.getResourceAsStream("people.json"));
    assertThat(faces).hasSize(2).hasSameSizeAs(theirs);
    for (int i = 0; i < faces.size(); i++) {
      JsonNode face = theirs.get(i);
      var result =
          new LibraryResult(face.get("box"), face.get("landmarks"), face.get("descriptor"));
      assertThat(result.boxDifference(faces.get(i))).isLessThan(0.01);
      assertThat(result.landmarkDifference(faces.get(i))).isLessThan(0.01);
      assertThat(result.cosine(faces.get(i))).isGreaterThan(0.999999);
    }
  }

  /**
   * Wider limits, for these pixels are not quite the same: the library's came from jpeg-js, which
   * rounds down where ImageIO rounds, and half a shade moves a landmark by pixels.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1_happy_face.jpg",
        "2_sunglass_face.jpg",
        "3_multiple_faces.jpg",
        "4_no_face.jpg"
      })
  void agreesWithTheLibraryOnPhotosOfAnotherDecoder(String photo) throws IOException {
    JsonNode theirs = JSON.readTree(SharedFiles.find("face-engine/golden.json").toFile());
    JsonNode expected = theirs.get(photo).get("ssd");
    List<Face> faces =
        engine.analyse(Pictures.withoutProfile(SharedFiles.find("photos").resolve(photo)));
    assertThat(faces).hasSameSizeAs(expected);
    for (int i = 0; i < faces.size(); i++) {
      LibraryResult result = sharedResult(expected.get(i));
      assertThat(result.boxDifference(faces.get(i))).isLessThan(1);
      assertThat(result.landmarkDifference(faces.get(i))).isLessThan(5);
      assertThat(result.cosine(faces.get(i))).isGreaterThan(0.99);
    }
  }

  /** There, the box is an object and the landmarks are one long list. */
  private static LibraryResult sharedResult(JsonNode face) {
    JsonNode box = face.get("box");
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    numbers.add(box.get("x")).add(box.get("y")).add(box.get("w")).add(box.get("h"));
    List<JsonNode> points = new ArrayList<>();
    for (int i = 0; i < face.get("landmarks").size(); i += 2) {
      ArrayNode point = JsonNodeFactory.instance.arrayNode();
      points.add(point.add(face.get("landmarks").get(i)).add(face.get("landmarks").get(i + 1)));
    }
    ArrayNode landmarks = JsonNodeFactory.instance.arrayNode().addAll(points);
    return new LibraryResult(numbers, landmarks, face.get("descriptor"));
  }
}
