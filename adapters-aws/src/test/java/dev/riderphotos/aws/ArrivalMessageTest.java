package dev.riderphotos.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.OddNames;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalMessageTest {
  private static final PhotoRef REF = new PhotoRef("drink-photos", "Joe's/100 %+ proof.jpg");
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void aKeyInANotificationIsDecodedOnce() {
    String body =
        S3Messages.notification(REF, "01", AT)
            .replaceFirst("\"key\": \"[^\"]*\"", "\"key\": \"a+b%2Bc%2520d/%C3%A9.jpg\"");

    assertThat(ArrivalMessage.read(body))
        .extracting(event -> event.ref().key())
        .containsExactly("a b+c%20d/é.jpg");
  }

  @Test
  void aKeyInAnEventOfEventBridgeIsTakenAsItIs() {
    assertThat(ArrivalMessage.read(S3Messages.eventBridge(REF, "01", AT)))
        .extracting(ObjectCreated::ref)
        .containsExactly(REF);
  }

  @Test
  void theOddestKeysArrive() {
    for (String name : OddNames.upTo(1000)) {
      PhotoRef ref = new PhotoRef("drink-photos", name);
      assertThat(ArrivalMessage.read(S3Messages.notification(ref, "01", AT)))
          .extracting(ObjectCreated::ref)
          .containsExactly(ref);
    }
  }

  @Test
  void bothFormsTellOfOneArrival() {
    ObjectCreated notified = ArrivalMessage.read(S3Messages.notification(REF, "01", AT)).getFirst();

    assertThat(notified.at()).isEqualTo(AT);
    assertThat(ArrivalMessage.read(S3Messages.eventBridge(REF, "01", AT)))
        .containsExactly(notified);
    assertThat(ArrivalMessage.read(S3Messages.notification(REF, "02", AT)).getFirst().id())
        .isNotEqualTo(notified.id());
  }

  @Test
  void everyRecordIsRead() {
    PhotoRef other = new PhotoRef("rider-photos", "riders/ada/me.jpg");

    assertThat(ArrivalMessage.read(S3Messages.notification(List.of(REF, other), "01", AT)))
        .extracting(ObjectCreated::ref)
        .containsExactly(REF, other);
  }

  @Test
  void whatIsNoArrivalIsNone() {
    String created = S3Messages.notification(REF, "01", AT);

    assertThat(ArrivalMessage.read(S3Messages.testEvent())).isEmpty();
    assertThat(ArrivalMessage.read(created.replace("ObjectCreated:Put", "ObjectRemoved:Delete")))
        .isEmpty();
    assertThat(
            ArrivalMessage.read(
                S3Messages.eventBridge(REF, "01", AT).replace("Object Created", "Object Deleted")))
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
    assertThatIllegalArgumentException().isThrownBy(() -> ArrivalMessage.read(body));
  }

  @Test
  void aMessageWithOneWrongRecordIsRefusedAsAWhole() {
    String created = S3Messages.notification(REF, "01", AT);

    for (String damage : List.of("drink-photos", "2026-01-01T12:00:00Z")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ArrivalMessage.read(created.replace(damage, "?")));
    }
  }
}
