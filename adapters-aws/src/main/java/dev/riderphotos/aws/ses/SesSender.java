package dev.riderphotos.aws.ses;

import dev.riderphotos.aws.Arns;
import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsUse;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** The address that mail comes from: itself or its domain is to be verified. */
public final class SesSender implements AwsResource {
  private final SesV2Client ses;
  private final String sender;

  public SesSender(SesV2Client ses, String sender) {
    this.ses = ses;
    this.sender = sender;
  }

  @Override
  public Part check() {
    return AwsParts.check("verified sender " + sender, this::isVerified);
  }

  /** SES sends the address a mail with a link, and until that is followed it is not verified. */
  @Override
  public List<Part> create() {
    return List.of(
        AwsParts.ensure(
            "sender %s (follow the link in the mail that it gets)".formatted(sender),
            () -> isVerified() || isKnown(sender),
            () -> ses.createEmailIdentity(request -> request.emailIdentity(sender))),
        check());
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(new AwsUse("Sender", Set.of("ses:GetEmailIdentity"), arns(ses, sender)));
  }

  @Override
  public List<AwsUse> makes() {
    return List.of(
        new AwsUse("MakeSender", Set.of("ses:CreateEmailIdentity"), Set.of(arn(ses, sender))));
  }

  /** Of the address and of its domain: whichever is verified is what mail comes from. */
  static Set<String> arns(SesV2Client ses, String sender) {
    return Set.of(arn(ses, sender), arn(ses, domain(sender)));
  }

  private static String arn(SesV2Client ses, String identity) {
    return Arns.of(ses.serviceClientConfiguration(), "ses", "identity/" + identity);
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  private boolean isVerified() {
    return isVerified(sender) || isVerified(domain(sender));
  }

  private boolean isVerified(String identity) {
    try {
      return Boolean.TRUE.equals(
          ses.getEmailIdentity(request -> request.emailIdentity(identity))
              .verifiedForSendingStatus());
    } catch (NotFoundException unknown) {
      return false;
    }
  }

  private boolean isKnown(String identity) {
    try {
      return ses.getEmailIdentity(request -> request.emailIdentity(identity)) != null;
    } catch (NotFoundException unknown) {
      return false;
    }
  }
}
