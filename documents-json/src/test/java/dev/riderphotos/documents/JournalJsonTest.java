package dev.riderphotos.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.Pose;
import dev.riderphotos.testkit.Journals;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalJsonTest {
  @Test
  void everythingComesBackAsItWas() {
    for (Execution execution : Journals.ofEveryKind()) {
      assertThat(JournalJson.read(JournalJson.write(execution))).isEqualTo(execution);
    }
  }

  /** Written before anything was told of eyes and suspicions. */
  @Test
  void whatEarlierVersionsWroteIsReadAsItWas() {
    Execution execution =
        JournalJson.read(
            """
            {"id":{"value":"00000000-0000-0002-0000-000000000002"},
             "submission":{"rider":{"value":"ada"},
               "photo":{"bucket":"rider-photos","key":"riders/ada/photo.jpg"},"replace":false},
             "status":"RUNNING",
             "steps":[{"state":"FACE_DETECTION","outcome":"SUCCEEDED",
               "startedAt":"2026-02-03T04:05:06.123456789Z",
               "endedAt":"2026-02-03T04:05:06.123457789Z","attempts":1,
               "output":{"kind":"detectedFaces","faces":[
                 {"box":{"left":0.25,"top":0.25,"width":0.5,"height":0.5},"confidence":99.5,
                  "sunglasses":false,"pose":{"yaw":1.0,"pitch":2.0,"roll":3.0},
                  "brightness":60.0,"sharpness":80.0}]}}],
             "advice":[{"code":"BLURRED","message":"Face is blurred",
               "box":{"left":0.25,"top":0.25,"width":0.5,"height":0.5}}],
             "tidy":true,"startedAt":"2026-02-03T04:05:06.123456789Z"}
            """);

    BoundingBox box = new BoundingBox(.25, .25, .5, .5);
    assertThat(execution.advice())
        .containsExactly(new Reason(ReasonCode.BLURRED, "Face is blurred", box));
    assertThat(execution.steps().getFirst().output())
        .isEqualTo(
            new StepOutput.DetectedFaces(
                List.of(new FaceDetail(box, 99.5, false, new Pose(1, 2, 3), 60, 80))));
  }

  /** Written before there was more than one way to be refused for a known face. */
  @Test
  void anEarlierRefusalIsNobodysToLookAt() {
    Execution refused = Journals.ofEveryKind().get(2);
    String earlier =
        JournalJson.write(refused).replace(",\"own\":true", "").replace(",\"review\":true", "");

    assertThat(earlier).doesNotContain("review");
    assertThat(refused.review()).isTrue();
    assertThat(JournalJson.read(earlier).review()).isFalse();
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() {
    Execution execution = Journals.ofEveryKind().getFirst();
    String later = JournalJson.write(execution).replaceFirst("\\{", "{\"later\":[1],");

    assertThat(JournalJson.read(later)).isEqualTo(execution);
  }

  @Test
  void whatIsNoExecutionIsNotTakenForOne() {
    assertThatThrownBy(() -> JournalJson.read("{\"id\":"))
        .isInstanceOf(IllegalStateException.class);
  }
}
