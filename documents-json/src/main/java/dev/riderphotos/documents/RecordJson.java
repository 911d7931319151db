package dev.riderphotos.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as JSON, with the names of the reference's records files. Reasons are in its words, so
 * that whoever reads its logs reads ours.
 */
final class RecordJson {
  private static final String NO_FACES =
      "No faces provided by user or missing bounding boxes values";
  private static final List<String> REQUIRED = List.of("Bucket", "Key", "CollectionId");
  private static final List<String> REQUIRED_OF_FACE = List.of("FaceId", "ImageId");
  private static final List<String> BOX = List.of("Width", "Height", "Left", "Top");

  private static final BoundingBox ANYWHERE = new BoundingBox(0, 0, 1, 1);

  private RecordJson() {}

  static ObjectNode write(ImageRecord record, CollectionId collection) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("Bucket", record.photo().bucket());
    json.put("Key", record.photo().key());
    if (record.externalImageId() != null) {
      json.put("ExternalImageId", record.externalImageId().value());
    }
    json.put("CollectionId", collection.value());
    record.faces().forEach(face -> write(face, json.withArray("Faces").addObject()));
    return json;
  }

  private static void write(ProvidedFace face, ObjectNode json) {
    if (face.user() != null) {
      json.put("UserId", face.user().value());
    }
    json.put("FaceId", face.id().value());
    json.put("ImageId", face.image().value());
    json.putObject("BoundingBoxes")
        .put("Width", face.box().width())
        .put("Height", face.box().height())
        .put("Left", face.box().left())
        .put("Top", face.box().top());
  }

  static String string(String text) {
    return TextNode.valueOf(text).toString();
  }

  /** What an object says; what it says beyond that is passed over. */
  static RecordLine.Good read(JsonNode json) throws RecordRefusedException {
    if (!json.isObject()) {
      throw refused("A record is an object, and this is none: expected 'dict', got '%s'", json);
    }
    require("", json, REQUIRED);
    CollectionId collection = required("", json, "CollectionId", CollectionId::new);
    String bucket = required("", json, "Bucket", name -> new PhotoRef(name, "any").bucket());
    PhotoRef photo = required("", json, "Key", key -> new PhotoRef(bucket, key));
    ExternalImageId external = optional("", json, "ExternalImageId", ExternalImageId::new);
    try {
      return new RecordLine.Good(new ImageRecord(photo, external, faces(json)), collection);
    } catch (IllegalArgumentException twice) {
      throw new RecordRefusedException("A FaceId is in the record twice");
    }
  }

  private static List<ProvidedFace> faces(JsonNode json) throws RecordRefusedException {
    JsonNode given = json.path("Faces");
    if (isAbsent(given) || (given.isArray() && given.isEmpty())) {
      throw new RecordRefusedException(NO_FACES);
    }
    requireType("Faces", given.isArray(), "list", given);
    List<ProvidedFace> faces = new ArrayList<>();
    for (JsonNode face : given) {
      faces.add(face("Faces[%d]".formatted(faces.size()), face));
    }
    return faces;
  }

  /** The faces that a record names that is refused, as far as they can be told. */
  static List<ProvidedFace> facesOfRejected(JsonNode json) {
    Map<FaceId, ProvidedFace> faces = new LinkedHashMap<>();
    for (JsonNode face : json.path("Faces")) {
      try {
        FaceId id = new FaceId(face.path("FaceId").asText());
        ProvidedFace _ = faces.putIfAbsent(id, ofRejected(id, face));
      } catch (IllegalArgumentException _) {
        // Nobody can tell which face it is.
      }
    }
    return List.copyOf(faces.values());
  }

  private static ProvidedFace ofRejected(FaceId id, JsonNode json) {
    try {
      return face("", json);
    } catch (RecordRefusedException _) {
      String image = json.path("ImageId").asText();
      return new ProvidedFace(id, new ImageId(image.isEmpty() ? "?" : image), null, ANYWHERE);
    }
  }

  private static ProvidedFace face(String name, JsonNode json) throws RecordRefusedException {
    requireType(name, json.isObject(), "dict", json);
    require(name + ".", json, REQUIRED_OF_FACE);
    FaceId id = required(name + ".", json, "FaceId", FaceId::new);
    ImageId image = required(name + ".", json, "ImageId", ImageId::new);
    UserId user = optional(name + ".", json, "UserId", UserId::new);
    BoundingBox box = box(name + ".BoundingBoxes", json.path("BoundingBoxes"));
    try {
      return new ProvidedFace(id, image, user, box);
    } catch (IllegalArgumentException nowhere) {
      throw new RecordRefusedException(
          "Invalid value for property '%s.BoundingBoxes': the box has no area within the picture"
              .formatted(name));
    }
  }

  private static BoundingBox box(String name, JsonNode json) throws RecordRefusedException {
    if (isAbsent(json)) {
      throw new RecordRefusedException(NO_FACES);
    }
    requireType(name, json.isObject(), "dict", json);
    if (BOX.stream().map(json::path).anyMatch(RecordJson::isAbsent)) {
      throw new RecordRefusedException(NO_FACES);
    }
    for (String side : BOX) {
      requireType(name + "." + side, json.path(side).isNumber(), "float", json.path(side));
    }
    try {
      return new BoundingBox(
          json.path("Left").doubleValue(),
          json.path("Top").doubleValue(),
          json.path("Width").doubleValue(),
          json.path("Height").doubleValue());
    } catch (IllegalArgumentException noBox) {
      throw new RecordRefusedException(
          "Invalid value for property '%s': a box is of finite numbers, and of no negative size"
              .formatted(name));
    }
  }

  private static void require(String prefix, JsonNode json, List<String> properties)
      throws RecordRefusedException {
    List<String> missing =
        properties.stream()
            .filter(property -> !json.has(property))
            .map(property -> prefix + property)
            .toList();
    if (!missing.isEmpty()) {
      throw new RecordRefusedException(
          "Missing required properties: " + String.join(", ", missing));
    }
    for (String property : properties) {
      JsonNode value = json.path(property);
      requireType(prefix + property, value.isTextual(), "str", value);
    }
  }

  private static <T> T required(
      String prefix, JsonNode json, String property, Function<String, T> value)
      throws RecordRefusedException {
    try {
      return value.apply(json.path(property).textValue());
    } catch (IllegalArgumentException refused) {
      throw new RecordRefusedException(
          "Invalid value for property '%s%s'".formatted(prefix, property));
    }
  }

  private static <T> @Nullable T optional(
      String prefix, JsonNode json, String property, Function<String, T> value)
      throws RecordRefusedException {
    JsonNode given = json.path(property);
    if (isAbsent(given)) {
      return null;
    }
    requireType(prefix + property, given.isTextual(), "str", given);
    return given.textValue().isEmpty() ? null : required(prefix, json, property, value);
  }

  private static void requireType(String property, boolean fits, String expected, JsonNode got)
      throws RecordRefusedException {
    if (!fits) {
      throw refused(
          "Invalid type for property '%s': expected '%s', got '%%s'".formatted(property, expected),
          got);
    }
  }

  private static RecordRefusedException refused(String reason, JsonNode got) {
    return new RecordRefusedException(reason.formatted(pythonType(got)));
  }

  private static boolean isAbsent(JsonNode json) {
    return json.isMissingNode() || json.isNull();
  }

  /** The reference is in Python, and says types by its names. */
  private static String pythonType(JsonNode json) {
    return switch (json.getNodeType()) {
      case ARRAY -> "list";
      case BOOLEAN -> "bool";
      case MISSING, NULL -> "NoneType";
      case NUMBER -> json.isIntegralNumber() ? "int" : "float";
      case OBJECT -> "dict";
      case BINARY, POJO, STRING -> "str";
    };
  }
}
