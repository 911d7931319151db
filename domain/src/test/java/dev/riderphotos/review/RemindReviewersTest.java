package dev.riderphotos.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.language.Language;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.OperatorMail;
import dev.riderphotos.rider.OperatorNotifier;
import dev.riderphotos.testkit.InMemoryCases;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemindReviewersTest {
  private static final EmailAddress OPERATOR = new EmailAddress("ops@example.com");

  private final InMemoryCases cases = new InMemoryCases();
  private final SettableClock clock = new SettableClock();
  private final List<OperatorMail> sent = new ArrayList<>();
  private final RemindReviewers reminding = reminding(sent::add, OPERATOR);

  @Test
  void nothingIsSaidWhereNothingWaits() {
    reminding.remind();

    assertThat(sent).isEmpty();
  }

  @Test
  void whenTheOldestPassesADayOperatorsHearOfItAndOnceADayWhileSo() {
    open();
    clock.goOn(Duration.ofDays(1));
    reminding.remind();
    assertThat(sent).isEmpty();

    clock.goOn(Duration.ofMinutes(1));
    reminding.remind();
    reminding.remind();
    assertThat(sent)
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo(OPERATOR);
              assertThat(mail.text()).contains(": 1.", "https://photos.example.com/reviews");
              assertThat(mail.text()).doesNotContain("ada");
            });

    clock.goOn(Duration.ofDays(1));
    reminding.remind();
    assertThat(sent).hasSize(2).extracting(OperatorMail::id).doesNotHaveDuplicates();
  }

  @Test
  void withoutAnAddressNobodyHears() {
    open();
    clock.goOn(Duration.ofDays(3));

    reminding(sent::add, null).remind();

    assertThat(sent).isEmpty();
  }

  @Test
  void aMailThatCouldNotBeSentIsTriedAgain() {
    open();
    clock.goOn(Duration.ofDays(3));
    List<OperatorMail> tried = new ArrayList<>();
    RemindReviewers unlucky =
        reminding(
            mail -> {
              tried.add(mail);
              throw new BackendException("send a mail", true, new IllegalStateException());
            },
            OPERATOR);

    assertThatExceptionOfType(BackendException.class).isThrownBy(unlucky::remind);
    assertThatExceptionOfType(BackendException.class).isThrownBy(unlucky::remind);

    assertThat(tried).hasSize(2).extracting(OperatorMail::id).containsOnly(tried.getFirst().id());
  }

  private RemindReviewers reminding(OperatorNotifier notifier, @Nullable EmailAddress to) {
    return new RemindReviewers(
        cases,
        notifier,
        new RemindReviewers.Terms(to, Language.ENGLISH, "https://photos.example.com/reviews"),
        clock);
  }

  private void open() {
    Case _ =
        cases.open(
            Case.opened(
                CaseId.random(),
                Kind.ANOTHER_FACE,
                new Party(Riders.ada(), null, null, null, null),
                null,
                null,
                null,
                clock.instant(),
                clock.instant().plus(Duration.ofDays(60))));
  }
}
