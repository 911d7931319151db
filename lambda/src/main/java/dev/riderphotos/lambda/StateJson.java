package dev.riderphotos.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;

/**
 * What states leave in the state machine's own state, in the reference's shape, and of faces in
 * Rekognition's names. It is there to be seen: what the functions go by is the journal.
 */
final class StateJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StateJson() {}

  static ObjectNode begun(Execution execution) {
    PhotoRef photo = execution.submission().photo();
    return JSON.objectNode()
        .put("executionId", execution.id().toString())
        .put("userId", execution.submission().rider().value())
        .put("s3Bucket", photo.bucket())
        .put("s3Key", photo.key());
  }

  static ObjectNode face(FaceDetail face) {
    ObjectNode json = JSON.objectNode();
    json.set("BoundingBox", box(face.box()));
    json.putObject("Sunglasses").put("Value", face.sunglasses());
    json.putObject("Pose")
        .put("Roll", face.pose().roll())
        .put("Yaw", face.pose().yaw())
        .put("Pitch", face.pose().pitch());
    json.putObject("Quality")
        .put("Brightness", face.brightness())
        .put("Sharpness", face.sharpness());
    return json.put("Confidence", face.confidence());
  }

  /** Whom the face resembles stays in the journal, where it can be erased. */
  static ObjectNode compared(StepOutput.FaceMatches compared) {
    return JSON.objectNode().put("mayReplace", compared.mayReplace());
  }

  static ObjectNode face(IndexedFace face) {
    ObjectNode json = JSON.objectNode().put("FaceId", face.id().value());
    json.set("BoundingBox", box(face.box()));
    json.put("ImageId", face.image().value());
    ExternalImageId name = face.externalImageId();
    if (name != null) {
      json.put("ExternalImageId", name.value());
    }
    return json.put("Confidence", face.confidence());
  }

  static ObjectNode thumbnail(PhotoRef thumbnail) {
    ObjectNode json = JSON.objectNode();
    json.putObject("thumbnail").put("s3key", thumbnail.key()).put("s3bucket", thumbnail.bucket());
    return json;
  }

  static ObjectNode settled(Execution execution, String status) {
    return JSON.objectNode().put("executionId", execution.id().toString()).put("status", status);
  }

  static ObjectNode sent(StepOutput.MessageToSend message) {
    ObjectNode json = JSON.objectNode();
    json.putObject("messageToSend").put("title", message.title()).put("message", message.message());
    return json;
  }

  private static ObjectNode box(BoundingBox box) {
    return JSON.objectNode()
        .put("Width", box.width())
        .put("Height", box.height())
        .put("Left", box.left())
        .put("Top", box.top());
  }
}
