package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderNotifier;
import java.util.List;

class RecordingRiderNotifierTest extends RiderNotifierContract {
  private final RecordingRiderNotifier notifier = new RecordingRiderNotifier();

  @Override
  protected RiderNotifier notifier() {
    return notifier;
  }

  @Override
  protected List<Letter> letters() {
    return notifier.sent().stream()
        .map(
            sent ->
                new Letter(
                    sent.email().value(),
                    sent.title() + "\n" + sent.message() + "\n" + String.join("\n", sent.advice())))
        .toList();
  }
}
