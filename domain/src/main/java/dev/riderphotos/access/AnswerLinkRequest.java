package dev.riderphotos.access;

import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.NewLink;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderNotifier;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gives riders the links that they have asked for: by mail to the address that the old one was
 * issued for, else to the operator, to be handed over. The request is closed last: cut short
 * before, it is answered again, and the rider has two links.
 */
public final class AnswerLinkRequest {
  private final LinkRequests requests;
  private final RiderLinks links;
  private final RiderNotifier notifier;

  public AnswerLinkRequest(LinkRequests requests, RiderLinks links, RiderNotifier notifier) {
    this.requests = requests;
    this.links = links;
    this.notifier = notifier;
  }

  /** Where the new link went. */
  public sealed interface Answered {
    /** It went to the rider, by mail. */
    record Sent(EmailAddress to) implements Answered {}

    /** It is to be handed over by whoever answered. */
    record ToHandOver(String address, RiderLinks.Issued link) implements Answered {}
  }

  /**
   * Answers the rider's request; empty if none is open.
   *
   * @param addressOf makes the address that opens a link of its token
   */
  public Optional<Answered> answer(RiderId rider, UnaryOperator<String> addressOf) {
    return requests.find(rider).map(request -> answer(request, addressOf));
  }

  private Answered answer(LinkRequest request, UnaryOperator<String> addressOf) {
    RiderLinks.Issued issued =
        links.issue(request.rider(), request.email(), validFor(request.validFor()));
    String address = addressOf.apply(issued.token());
    Answered answered = deliver(request, issued, address);
    requests.close(request.rider());
    return answered;
  }

  private Answered deliver(LinkRequest request, RiderLinks.Issued issued, String address) {
    EmailAddress to = request.email();
    if (to == null || to.isLocal()) {
      return new Answered.ToHandOver(address, issued);
    }
    notifier.send(
        new NewLink(issued.id().value(), to, request.rider(), address, request.language()));
    return new Answered.Sent(to);
  }

  /** The old one may have been made for a part of a second more than is allowed. */
  private static Duration validFor(Duration asked) {
    return asked.compareTo(RiderLinks.LONGEST) > 0 ? RiderLinks.LONGEST : asked;
  }
}
