package dev.riderphotos.aws.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.OperatorMail;
import dev.riderphotos.rider.OperatorNotifier;
import dev.riderphotos.rider.RiderMail;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;

/**
 * Word to riders by Amazon SES, as HTML and as text. SES knows no mail again: when its answer to
 * the first call was lost, a second one sends the same mail twice. An address on {@code localhost}
 * stands for a rider who gave none, and is one of a mailbox on this machine: no mail is sent there.
 */
public final class SesNotifier implements RiderNotifier, OperatorNotifier, HealthChecked, UsesAws {
  private final SesV2Client ses;
  private final String sender;
  private final Footer footer;

  /**
   * Makes a notifier that sends by this client.
   *
   * @param sender address that mail comes from
   * @param footer what mail ends with
   */
  public SesNotifier(SesV2Client ses, String sender, Footer footer) {
    this.ses = ses;
    this.sender = sender;
    this.footer = footer;
  }

  @Override
  public void send(Notification notification) {
    if (!notification.email().isLocal()) {
      mail(notification.email(), content(notification));
    }
  }

  @Override
  public void send(OperatorMail word) {
    if (!word.to().isLocal()) {
      mail(
          word.to(),
          EmailContent.builder()
              .simple(
                  mail ->
                      mail.subject(utf8(word.subject())).body(body -> body.text(utf8(word.text()))))
              .build());
    }
  }

  private void mail(EmailAddress address, EmailContent content) {
    var _ =
        AwsFaults.during(
            "send a mail",
            () ->
                ses.sendEmail(
                    request ->
                        request
                            .fromEmailAddress(sender)
                            .destination(to -> to.toAddresses(address.value()))
                            .content(content)));
  }

  @Override
  public String name() {
    return "mail (SES)";
  }

  @Override
  public void check() {
    var _ = AwsFaults.during("reach SES", () -> ses.getAccount(_ -> {}));
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        new AwsUse("Mail", Set.of("ses:SendEmail"), SesSender.arns(ses, sender)),
        new AwsUse("MailAccount", Set.of("ses:GetAccount"), Set.of(AwsUse.ANY)));
  }

  private EmailContent content(Notification notification) {
    RiderMail words = footer.mail(notification);
    return EmailContent.builder()
        .simple(
            mail ->
                mail.subject(utf8(words.subject()))
                    .body(body -> body.html(utf8(words.html())).text(utf8(words.text()))))
        .build();
  }

  private static Content utf8(String text) {
    return Content.builder().charset(UTF_8.name()).data(text).build();
  }
}
