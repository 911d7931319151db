package dev.riderphotos.testkit;

import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.RiderMail;
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
    return notifier.all().stream().map(RecordingRiderNotifierTest::letter).toList();
  }

  private static Letter letter(Notification sent) {
    RiderMail mail = RiderMail.Footer.NONE.mail(sent);
    return new Letter(sent.email().value(), mail.subject() + "\n" + mail.text());
  }
}
