package dev.riderphotos.review;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import dev.riderphotos.review.Cases.Backlog;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.OperatorMail;
import dev.riderphotos.rider.OperatorNotifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells operators by mail that cases wait: when the oldest has done so for more than a day, and
 * once a day (of UTC) while that is so. Which day was told of is known to this process alone; what
 * keeps its mails knows one again that another process sends.
 */
public final class RemindReviewers {
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Cases cases;
  private final OperatorNotifier notifier;
  private final Terms terms;
  private final InstantSource clock;
  private String told = "";

  /**
   * Whom to tell, and how.
   *
   * @param to {@code null}: nobody
   * @param page where the cases are; {@code null} if nobody knows
   */
  public record Terms(@Nullable EmailAddress to, Language language, @Nullable String page) {}

  public RemindReviewers(Cases cases, OperatorNotifier notifier, Terms terms, InstantSource clock) {
    this.cases = cases;
    this.notifier = notifier;
    this.terms = terms;
    this.clock = clock;
  }

  /** To be called often. A mail that cannot be sent is tried again by the next call. */
  public synchronized void remind() {
    EmailAddress to = terms.to();
    if (to == null) {
      return;
    }
    Instant now = clock.instant();
    String id = "reviews-wait-" + now.atZone(ZoneOffset.UTC).toLocalDate();
    if (id.equals(told)) {
      return;
    }
    Backlog backlog = cases.backlog();
    Instant oldest = backlog.oldest();
    if (oldest != null && Duration.between(oldest, now).compareTo(PATIENCE) > 0) {
      notifier.send(mail(id, to, backlog.total(), oldest));
      told = id;
    }
  }

  private OperatorMail mail(String id, EmailAddress to, long open, Instant oldest) {
    Sentences sentences = Sentences.in(terms.language());
    String text = sentences.say("mail.waiting", open, oldest.truncatedTo(ChronoUnit.MINUTES));
    String page = terms.page();
    return new OperatorMail(
        id,
        to,
        sentences.say("mail.waiting.subject"),
        page == null ? text + "\n" : text + "\n\n" + page + "\n");
  }
}
