package dev.riderphotos.aws.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import dev.riderphotos.aws.testkit.RecordingSes;
import dev.riderphotos.aws.testkit.SdkClients;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.RiderNotifierContract;
import dev.riderphotos.testkit.Riders;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

class SesNotifierTest extends RiderNotifierContract {
  private static final String SENDER = "rider-photos@example.com";
  private static final Refusal ADAS =
      new Refusal("1", new EmailAddress("ada@example.com"), Riders.ada(), "T", "M", List.of("A"));

  private final RecordingSes recording = RecordingSes.start();
  private final SdkClients clients = new SdkClients();
  private final SesV2Client ses =
      clients
          .configure(SesV2Client.builder())
          .region(Region.EU_CENTRAL_1)
          .endpointOverride(recording.endpoint())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("rider", "photos")))
          .build();
  private final SesNotifier notifier = new SesNotifier(ses, SENDER, Footer.NONE);

  @AfterEach
  void close() {
    ses.close();
    clients.close();
    recording.close();
  }

  @Override
  protected RiderNotifier notifier() {
    return notifier;
  }

  @Override
  protected List<Letter> letters() {
    return recording.mails().stream()
        .map(mail -> new Letter(mail.to(), mail.subject() + "\n" + mail.text()))
        .toList();
  }

  /** SES cannot tell. */
  @Override
  @Test
  protected void aRepeatedCallSendsNothingTwice() {
    notifier.send(ADAS);
    notifier.send(ADAS);

    assertThat(letters()).hasSize(2);
  }

  /** SES cannot tell that two of each are the same. */
  @Override
  @Test
  protected void manyCanSendAtOnce() {
    List<Integer> senders =
        Concurrently.call(
            16,
            number -> {
              notifier.send(ADAS);
              return number;
            });

    assertThat(letters()).hasSameSizeAs(senders);
  }

  @Test
  void aRiderWithoutAnAddressGetsNoMail() {
    notifier.send(
        new Refusal("1", new EmailAddress("ada@localhost"), Riders.ada(), "T", "M", List.of("A")));

    assertThat(letters()).isEmpty();
  }

  @Test
  void aMailIsHtmlTooAndNobodysWordsAreMarkup() {
    Refusal odd =
        new Refusal(
            "1",
            new EmailAddress("ada@example.com"),
            Riders.ada(),
            "<T>",
            "\"{{title}}\" & 'more' $1",
            List.of("<script>", "b"));

    notifier.send(odd);

    assertThat(recording.mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.from()).isEqualTo(SENDER);
              assertThat(mail.html())
                  .contains("Hello ada", "<li>&lt;script&gt;</li>\n<li>b</li>")
                  .contains("&quot;{{title}}&quot; &amp; &#39;more&#39; $1");
              assertThat(mail.text()).contains("\"{{title}}\" & 'more' $1", "- <script>\n- b");
            });
  }

  @Test
  void aServiceThatIsGoneIsAFault() {
    notifier.check();
    recording.close();

    assertThatThrownBy(notifier::check).isInstanceOf(BackendException.class);
    assertThatThrownBy(() -> notifier.send(ADAS))
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isTrue());
  }

  @Test
  void theSenderIsVerifiedByItselfOrItsDomain() {
    SesSender sender = new SesSender(ses, SENDER);
    assertThat(sender.check().state()).isEqualTo(State.MISSING);

    assertThat(sender.create()).extracting(Part::state).containsExactly(State.MADE, State.MISSING);
    assertThat(sender.create()).extracting(Part::state).containsExactly(State.THERE, State.MISSING);

    recording.verify("example.com");
    assertThat(sender.check().state()).isEqualTo(State.THERE);
  }
}
