package dev.riderphotos.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.OddNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalMessageTest {
  private static final PhotoRef REF = new PhotoRef("drink-photos", "Joe's/100 %+ proof.jpg");
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-01-01T12:00:07Z");
  private static final PhotoRef TOLD =
      new PhotoRef("rider-photos", "riders/ada/me + you (100%).jpg");

  @Test
  void aKeyInANotificationIsDecodedOnce() {
    String body =
        S3Messages.notification(REF, "01", AT)
            .replaceFirst("\"key\": \"[^\"]*\"", "\"key\": \"a+b%2Bc%2520d/%C3%A9.jpg\"");

    assertThat(read(body))
        .extracting(event -> event.ref().key())
        .containsExactly("a b+c%20d/é.jpg");
  }

  @Test
  void aKeyInAnEventOfEventBridgeIsTakenAsItIs() {
    assertThat(read(S3Messages.eventBridge(REF, "01", AT)))
        .extracting(ObjectCreated::ref)
        .containsExactly(REF);
  }

  @Test
  void theOddestKeysArrive() {
    for (String name : OddNames.upTo(1000)) {
      PhotoRef ref = new PhotoRef("drink-photos", name);
      assertThat(read(S3Messages.notification(ref, "01", AT)))
          .extracting(ObjectCreated::ref)
          .containsExactly(ref);
    }
  }

  @Test
  void bothFormsTellOfOneArrival() {
    ObjectCreated notified = read(S3Messages.notification(REF, "01", AT)).getFirst();

    assertThat(notified.at()).isEqualTo(AT);
    assertThat(read(S3Messages.eventBridge(REF, "01", AT))).containsExactly(notified);
    assertThat(read(S3Messages.notification(REF, "02", AT)).getFirst().id())
        .isNotEqualTo(notified.id());
  }

  @Test
  void everyRecordIsRead() {
    PhotoRef other = new PhotoRef("rider-photos", "riders/ada/me.jpg");

    assertThat(read(S3Messages.notification(List.of(REF, other), "01", AT)))
        .extracting(ObjectCreated::ref)
        .containsExactly(REF, other);
  }

  @Test
  void whatIsNoArrivalIsNone() {
    String created = S3Messages.notification(REF, "01", AT);

    assertThat(read(S3Messages.testEvent())).isEmpty();
    assertThat(read(created.replace("ObjectCreated:Put", "ObjectRemoved:Delete"))).isEmpty();
    assertThat(
            read(S3Messages.eventBridge(REF, "01", AT).replace("Object Created", "Object Deleted")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"Records\": 1}",
        "{\"Records\": [{}]}",
        "{\"Records\": [{\"eventName\": \"ObjectCreated:Put\"}]}",
        "{\"source\": \"aws.ec2\"}"
      })
  void whatCannotBeReadIsRefused(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(body));
  }

  @Test
  void aMessageWithOneWrongRecordIsRefusedAsAWhole() {
    String created = S3Messages.notification(List.of(REF, TOLD), "01", AT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(created.replace("\"rider-photos\"", "\"\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "aws, 2026-01-01T12:00:00.123Z",
    "localstack, 2026-01-01T12:00:00.123Z",
    "minio, 2026-01-01T12:00:00.123Z",
    "moto, 2026-01-01T12:00:07Z",
    "key-as-it-is, 2026-01-01T12:00:07Z",
    "sns, 2026-01-01T12:00:00.123Z",
    "eventbridge, 2026-01-01T12:00:00Z"
  })
  void whoeverWritesItWhatArrivedIsRead(String writer, Instant at) {
    assertThat(read(written(writer)))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.ref()).isEqualTo(TOLD);
              assertThat(event.at()).isEqualTo(at);
            });
  }

  @Test
  void oneArrivalHasOneIdWhoeverPassesItOn() {
    assertThat(read(written("sns"))).isEqualTo(read(written("aws")));
    assertThat(read(written("eventbridge")).getFirst().id())
        .isEqualTo(read(written("aws")).getFirst().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"removed", "test-event", "sns-test-event"})
  void whateverElseIsToldIsNoArrival(String event) {
    assertThat(read(written(event))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?", "2026-01-01T12:00:00", "2026-01-01 12:00:00Z", "1767268800", "noon"})
  void aTimeThatCannotBeReadIsThatOfReceipt(String time) {
    String body = S3Messages.notification(REF, "01", AT).replace(AT.toString(), time);

    assertThat(read(body)).extracting(ObjectCreated::at).containsExactly(RECEIVED);
  }

  /** LocalStack has the same sequencer for all. */
  @Test
  void otherContentUnderTheSameKeyIsAnotherArrival() {
    String one = written("localstack");
    String other = one.replace("0123456789abcdef0123456789abcdef", "another");

    assertThat(read(other).getFirst().id()).isNotEqualTo(read(one).getFirst().id());
  }

  @Test
  void whatSaysNothingElseIsToldApartByItsMessage() {
    String body = written("key-as-it-is");

    assertThat(idIn(body, "one")).isEqualTo(idIn(body, "one")).isNotEqualTo(idIn(body, "two"));
  }

  private static EventId idIn(String body, String message) {
    return ArrivalMessage.read(body, message, RECEIVED).getFirst().id();
  }

  private static List<ObjectCreated> read(String body) {
    return ArrivalMessage.read(body, "message", RECEIVED);
  }

  private static String written(String name) {
    try (InputStream in = ArrivalMessageTest.class.getResourceAsStream(name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
