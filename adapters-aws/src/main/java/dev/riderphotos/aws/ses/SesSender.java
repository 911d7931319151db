package dev.riderphotos.aws.ses;

import dev.riderphotos.aws.AwsParts;
import dev.riderphotos.aws.AwsResource;
import java.util.List;
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

  private boolean isVerified() {
    String domain = sender.substring(sender.indexOf('@') + 1);
    return isVerified(sender) || isVerified(domain);
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
