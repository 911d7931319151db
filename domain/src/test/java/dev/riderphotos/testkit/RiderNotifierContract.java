package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.language.Language;
import dev.riderphotos.language.Sentences;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.LongAway;
import dev.riderphotos.rider.NewLink;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.Reviewed;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link RiderNotifier} keeps. */
public abstract class RiderNotifierContract {
  private final Refusal notification = about("execution-1", Riders.ada());

  /** A notifier that has sent nothing; the same one whenever it is asked for in one test. */
  protected abstract RiderNotifier notifier();

  /** Everything it has sent, in any order. */
  protected abstract List<Letter> letters();

  /**
   * What a rider gets.
   *
   * @param to the address alone
   * @param text subject and body as they are read, decoded
   */
  public record Letter(String to, String text) {}

  @Test
  void sendsNothingUnasked() {
    assertThat(letters()).isEmpty();
  }

  @Test
  void sendsTheWholeMessageToTheAddress() {
    notifier().send(notification);

    assertThat(letters()).singleElement().satisfies(letter -> says(letter, notification));
  }

  /** A backend that cannot tell says so instead. */
  @Test
  protected void aRepeatedCallSendsNothingTwice() {
    notifier().send(notification);
    notifier().send(notification);

    assertThat(letters()).hasSize(1);
  }

  @Test
  void anotherNotificationWithTheSameWordsIsSent() {
    notifier().send(notification);
    notifier().send(about("execution-2", Riders.ada()));

    assertThat(letters()).hasSize(2);
  }

  @Test
  void sendsLettersOfOneLineToo() {
    Refusal brief =
        new Refusal(
            "execution-1",
            new EmailAddress("ada@example.com"),
            Riders.ada(),
            "BriefError",
            "M",
            List.of());

    notifier().send(brief);

    assertThat(letters()).singleElement().satisfies(letter -> says(letter, brief));
  }

  @Test
  void theOddestRidersGetTheirLetters() {
    for (RiderId rider : Riders.odd()) {
      notifier().send(about("execution of " + rider, rider));
    }

    assertThat(letters()).hasSameSizeAs(Riders.odd());
  }

  @Test
  void theOddestWordsArriveAsTheyAre() {
    Refusal odd =
        new Refusal(
            "execution-1",
            new EmailAddress("Ada.O'Neil+test=x@example.com"),
            Riders.ada(),
            "Ünï côdé 😀",
            "From Ada = 100 % <b>\"bold\"</b> 日本",
            List.of(".", "=?utf-8?q?x?=", "a rather long sentence, ".repeat(50) + "that ends"));

    notifier().send(odd);

    assertThat(letters()).singleElement().satisfies(letter -> says(letter, odd));
  }

  @ParameterizedTest
  @EnumSource
  void lettersAreInTheRidersLanguage(Language language) {
    Sentences sentences = Sentences.in(language);

    notifier()
        .send(
            new Refusal(
                "execution-1",
                new EmailAddress("ada@example.com"),
                Riders.ada(),
                "PhotoDoesNotMeetRequirementError",
                sentences.say("reason.FACE_COUNT", 3),
                List.of(sentences.say("advice.FACE_COUNT")),
                language));

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(words(letter.text()))
                    .contains(sentences.say("mail.subject"))
                    .contains(sentences.say("mail.hello", Riders.ada()))
                    .contains(sentences.say("reason.FACE_COUNT", 3))
                    .contains(sentences.say("advice.FACE_COUNT"))
                    .contains(sentences.say("mail.again"))
                    .contains(sentences.say("mail.reference", "executio")));
  }

  @ParameterizedTest
  @EnumSource
  void aNewLinkArrivesWhole(Language language) {
    Sentences sentences = Sentences.in(language);
    String address = "https://photos.example.com/link?token=YQ.b_-" + "c".repeat(200);

    notifier()
        .send(
            new NewLink(
                "028053e57f2f4a57",
                new EmailAddress("ada@example.com"),
                Riders.ada(),
                address,
                language));

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(words(letter.text()))
                    .contains(sentences.say("mail.link.subject"))
                    .contains(sentences.say("mail.link.here"))
                    .contains(address)
                    .doesNotContain(sentences.say("mail.again")));
  }

  @ParameterizedTest
  @EnumSource
  void whatPeopleDecidedArrivesWhole(Language language) {
    Sentences sentences = Sentences.in(language);

    notifier()
        .send(
            new Reviewed(
                "a case",
                new EmailAddress("ada@example.com"),
                Riders.ada(),
                "RegistrationWithdrawn",
                sentences.say("review.WITHDRAWN"),
                List.of(sentences.say("review.WITHDRAWN.advice")),
                language));

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(words(letter.text()))
                    .contains(sentences.say("mail.reviewed.subject"))
                    .contains(sentences.say("mail.hello", Riders.ada()))
                    .contains(sentences.say("review.WITHDRAWN"))
                    .contains(sentences.say("review.WITHDRAWN.advice"))
                    .doesNotContain(sentences.say("mail.subject")));
  }

  @ParameterizedTest
  @EnumSource
  void thatARiderWasNotHereForLongArrivesWhole(Language language) {
    Sentences sentences = Sentences.in(language);
    LongAway away =
        new LongAway(
            "an absence",
            new EmailAddress("ada@example.com"),
            Riders.ada(),
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2027-01-02T03:04:05Z"),
            language);

    notifier().send(away);

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(words(letter.text()))
                    .contains(sentences.say("mail.away.subject"))
                    .contains(sentences.say("mail.hello", Riders.ada()))
                    .contains(words(sentences.say("mail.away", away.seenOn(), away.goesOn())))
                    .doesNotContain(sentences.say("mail.subject")));
  }

  /** Half of them the same. */
  @Test
  protected void manyCanSendAtOnce() {
    List<Integer> senders =
        Concurrently.call(
            16,
            number -> {
              notifier().send(about("execution-" + number / 2, Riders.number(number / 2)));
              return number;
            });

    assertThat(senders).hasSize(16);
    assertThat(letters())
        .extracting(Letter::to)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 8).mapToObj(number -> "rider-" + number + "@example.com").toList());
  }

  private static void says(Letter letter, Refusal notification) {
    assertThat(letter.to()).isEqualTo(notification.email().value());
    assertThat(words(letter.text()))
        .contains(words(notification.message()))
        .contains("Reference: " + notification.id().substring(0, 8))
        .doesNotContain(words(notification.title())) // a name for programs
        .satisfies(
            text ->
                assertThat(notification.advice())
                    .allSatisfy(advice -> assertThat(text).contains(words(advice))));
  }

  /** A letter may break its lines where it likes. */
  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Refusal about(String id, RiderId rider) {
    String mailbox = rider.value().replaceAll("[^a-z0-9-]", "_");
    return new Refusal(
        id,
        new EmailAddress(mailbox + "@example.com"),
        rider,
        "FaceAlreadyExistsError",
        "Face in the picture is already in the system. ",
        List.of("Take off your sunglasses.", "Hold the camera still."));
  }
}
