package dev.riderphotos.review;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Reviewed;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Word to riders of what people decided. It never says whom a face resembles, nor how much. A
 * repeated call sends the same notification.
 */
public final class WordOfReview {
  private final RiderNotifier notifier;
  private final Function<RiderId, EmailAddress> addresses;
  private final Language language;

  /**
   * Sends word by this notifier.
   *
   * @param addresses of riders who sent a photo without one
   * @param language of riders who are not known to speak another
   */
  public WordOfReview(
      RiderNotifier notifier, Function<RiderId, EmailAddress> addresses, Language language) {
    this.notifier = notifier;
    this.addresses = addresses;
    this.language = language;
  }

  /** What a rider is told. */
  enum Word {
    /** The registration went. */
    WITHDRAWN("RegistrationWithdrawn"),
    /** The photo is verified once more. */
    GRANTED("AppealGranted"),
    /** The refusal stands that was appealed against. */
    REFUSAL_STANDS("AppealRefused");

    private final String title;

    Word(String title) {
      this.title = title;
    }
  }

  /**
   * Tells the rider, if that is possible: what was decided stands without it.
   *
   * @param sent says where to and in which language; {@code null} if that is not known any more
   */
  void tell(Word word, CaseId id, RiderId rider, @Nullable Execution sent) {
    Submission submission = sent == null ? null : sent.submission();
    Language spoken = submission == null ? null : submission.language();
    EmailAddress given = submission == null ? null : submission.email();
    Language in = spoken == null ? language : spoken;
    Sentences sentences = Sentences.in(in);
    send(
        new Reviewed(
            id + "-" + word.title,
            given == null ? addresses.apply(rider) : given,
            rider,
            word.title,
            sentences.say("review." + word),
            List.of(sentences.say("review." + word + ".advice")),
            in));
  }

  private void send(Reviewed word) {
    try {
      notifier.send(word);
    } catch (BackendException fault) {
      if (fault.retryable()) {
        throw fault; // it is sent when the case is taken up again
      }
    }
  }
}
