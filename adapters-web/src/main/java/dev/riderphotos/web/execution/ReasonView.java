package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.ReasonSentence;
import dev.riderphotos.web.page.Phrase;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to mend, as a page tells it to the rider.
 *
 * @param message what is wrong
 * @param advice key of the message that says what the rider can do
 * @param box where in the picture, if in one place
 */
@Introspected
public record ReasonView(ReasonCode code, Phrase message, String advice, @Nullable BoxAnswer box) {
  /** Tells what the rider may know. */
  public static List<ReasonView> of(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.code().toldToRiders())
        .map(ReasonView::of)
        .toList();
  }

  private static ReasonView of(Reason reason) {
    ReasonCode code = reason.code();
    return new ReasonView(
        code, message(reason), "advice." + code, BoxAnswer.ofNullable(reason.box()));
  }

  private static Phrase message(Reason reason) {
    ReasonSentence sentence = ReasonSentence.of(reason);
    return new Phrase(sentence.key(), sentence.value());
  }
}
