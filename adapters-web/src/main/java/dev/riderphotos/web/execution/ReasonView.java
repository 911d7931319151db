package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.ReasonSentence;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.web.page.Phrase;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * One thing to mend, as a page tells it to the rider.
 *
 * @param message what is wrong
 * @param advice key of the message that says what the rider can do
 * @param boxes where in the picture; of each face if there are several
 */
@Introspected
public record ReasonView(ReasonCode code, Phrase message, String advice, List<BoxAnswer> boxes) {
  /** Tells what the rider may know. */
  public static List<ReasonView> of(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.code().toldToRiders())
        .map(ReasonView::of)
        .toList();
  }

  private static ReasonView of(Reason reason) {
    ReasonCode code = reason.code();
    return new ReasonView(code, message(reason), "advice." + code, boxes(reason));
  }

  private static List<BoxAnswer> boxes(Reason reason) {
    List<BoundingBox> boxes = reason.boxes();
    if (boxes != null) {
      return boxes.stream().map(BoxAnswer::of).toList();
    }
    BoundingBox box = reason.box();
    return box == null ? List.of() : List.of(BoxAnswer.of(box));
  }

  private static Phrase message(Reason reason) {
    ReasonSentence sentence = ReasonSentence.of(reason);
    return new Phrase(sentence.key(), sentence.value());
  }
}
