package dev.riderphotos.step;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonSentence;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderNotifier;

/**
 * Where all refusals lead: the rider gets word, in the rider's language. A retry sends the same
 * notification. Who sees on a page that the face is verified already gets no mail that says so.
 */
public final class PhotoDoesNotMeetRequirement {
  private final RiderNotifier notifier;
  private final RiderSettings settings;

  public PhotoDoesNotMeetRequirement(RiderNotifier notifier, RiderSettings settings) {
    this.notifier = notifier;
    this.settings = settings;
  }

  public StepOutput.MessageToSend tell(
      ExecutionId id, Submission submission, Verdict.Rejected verdict) {
    if (!(verdict.own() && submission.attended())) {
      send(id, submission, verdict);
    }
    return new StepOutput.MessageToSend(verdict.error().title(), verdict.message());
  }

  private void send(ExecutionId id, Submission submission, Verdict.Rejected verdict) {
    EmailAddress named = submission.email();
    EmailAddress email = named == null ? settings.addressOf(submission.rider()) : named;
    Language said = submission.language();
    Language language = said == null ? settings.language() : said;
    String title = verdict.error().title();
    notifier.send(
        new Refusal(
            id.toString(),
            email,
            submission.rider(),
            title,
            message(verdict, language),
            verdict.reasons().stream().map(each -> advice(each, language)).distinct().toList(),
            language));
  }

  /** In English, the words are the reference's. */
  private static String message(Verdict.Rejected verdict, Language language) {
    return language == Language.ENGLISH
        ? verdict.message()
        : ReasonSentence.of(verdict.reasons().getFirst()).in(language);
  }

  private static String advice(Reason reason, Language language) {
    return language == Language.ENGLISH ? reason.advice() : ReasonSentence.advice(reason, language);
  }
}
