package dev.riderphotos.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller.Identity;
import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotasTest {
  private static final RiderId ADA = new RiderId("ada");
  private static final RiderId BORIS = new RiderId("boris");

  private final SettableMeter meter = new SettableMeter();
  private final Quotas quotas = new Quotas(new Quotas.Rules(30, 300, 2_000, 5), meter);

  @Test
  void aRiderHasSoManyPhotosAnHourWhoeverSendsThem() {
    assertThat(passed(40, () -> quotas.takePhoto(ADA))).isEqualTo(30);
    assertThat(passed(40, () -> quotas.takePhoto(BORIS))).isEqualTo(30);

    meter.goOn(Duration.ofMinutes(2));

    assertThat(passed(40, () -> quotas.takePhoto(ADA))).isEqualTo(1);
    meter.goOn(Duration.ofHours(1));
    assertThat(passed(40, () -> quotas.takePhoto(ADA))).isEqualTo(30);
  }

  @Test
  void theRefusalSaysWhenToComeAgain() {
    int _ = passed(30, () -> quotas.takePhoto(ADA));

    ProblemException refusal = refusal(() -> quotas.takePhoto(ADA));

    assertThat(refusal.problem().status()).isEqualTo(429);
    assertThat(refusal.problem().code()).isEqualTo("TOO_MANY_PHOTOS");
    assertThat(refusal.problem().detail())
        .isEqualTo("This rider has sent too many photos in an hour. Try again in 2 min.");
    assertThat(refusal.response().header("Retry-After")).isEqualTo("120");
  }

  @Test
  void aCallerHasSoManyTicketsAnHour() {
    Caller one = caller("0a000001");

    assertThat(passed(400, () -> quotas.takeTicket(one))).isEqualTo(300);
    assertThat(passed(1, () -> quotas.takeTicket(caller("0a000002")))).isEqualTo(1);
    assertThat(refusal(() -> quotas.takeTicket(one)).problem().code())
        .isEqualTo("TOO_MANY_TICKETS");
  }

  @Test
  void aCallerHasSoManyBytesADayAndWhatIsRefusedDoesNotCount() {
    String one = "network 0a000001";
    quotas.takeBytes(one, 1_500);

    assertThat(refusal(() -> quotas.takeBytes(one, 501)).problem().code())
        .isEqualTo("TOO_MANY_BYTES");
    assertThatCode(() -> quotas.takeBytes(one, 500)).doesNotThrowAnyException();
    assertThat(refusal(() -> quotas.takeBytes(one, 1)).problem().detail())
        .startsWith("You have sent too much in a day. Try again in ");
  }

  @Test
  void aRiderGetsSoManyMailsADay() {
    long sent = IntStream.range(0, 9).filter(_ -> quotas.takeMail(ADA)).count();

    assertThat(sent).isEqualTo(5);
    assertThat(quotas.takeMail(BORIS)).isTrue();
  }

  @Test
  void nothingIsCountedWhereThereIsNoQuota() {
    Quotas none = new Quotas(Quotas.Rules.NONE, meter);
    Caller one = caller("0a000001");

    assertThat(passed(10_000, () -> none.takePhoto(ADA))).isEqualTo(10_000);
    assertThat(passed(10_000, () -> none.takeTicket(one))).isEqualTo(10_000);
    assertThat(passed(10_000, () -> none.takeBytes("network 0a000001", Long.MAX_VALUE)))
        .isEqualTo(10_000);
    assertThat(IntStream.range(0, 10_000).allMatch(_ -> none.takeMail(ADA))).isTrue();
  }

  @Test
  void theQuotaHoldsExactlyHoweverManyCallAtOnce() {
    int passed =
        Concurrently.call(16, _ -> passed(20, () -> quotas.takePhoto(ADA))).stream()
            .mapToInt(Integer::intValue)
            .sum();

    assertThat(passed).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0,0", "0,-1,0,0", "0,0,-1,0", "0,0,0,-1"})
  void noQuotaIsNegative(long photos, long tickets, long bytes, long mails) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quotas.Rules(photos, tickets, bytes, mails));
  }

  private static int passed(int calls, Runnable call) {
    return (int) IntStream.range(0, calls).filter(_ -> passes(call)).count();
  }

  private static boolean passes(Runnable call) {
    try {
      call.run();
      return true;
    } catch (ProblemException refusal) {
      return false;
    }
  }

  private static ProblemException refusal(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }

  private static Caller caller(String network) {
    return new Caller(AccessMode.SECURED, new Identity.Stranger(), network);
  }
}
