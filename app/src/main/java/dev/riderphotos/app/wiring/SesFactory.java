package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.ses.SesNotifier;
import dev.riderphotos.aws.ses.SesSender;
import dev.riderphotos.rider.RiderMail.Footer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Sends mail by Amazon SES. */
@Factory
@Requires(property = Adapters.MAIL, value = SesFactory.NAME)
final class SesFactory {
  static final String NAME = "ses";

  @Singleton
  SesNotifier notifier(SesV2Client ses, Settings.Notifications notifications, Footer footer) {
    return new SesNotifier(ses, notifications.sender(), footer);
  }

  @Singleton
  @Named("ses")
  AwsResources sender(SesV2Client ses, Settings.Notifications notifications) {
    return AwsResources.of(new SesSender(ses, notifications.sender()));
  }
}
