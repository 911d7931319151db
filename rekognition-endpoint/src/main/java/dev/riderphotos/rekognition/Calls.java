package dev.riderphotos.rekognition;

import dev.riderphotos.intake.BodyRefused;
import dev.riderphotos.intake.Intake;
import dev.riderphotos.intake.Spool;
import dev.riderphotos.intake.Turns;
import dev.riderphotos.rekognition.signature.Claim;
import dev.riderphotos.rekognition.signature.RequestHead;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls on their way in. Who is nobody is told so before anything of the body is kept; while a body
 * arrives it takes a place of the address it comes from, for an access key's id is no secret; and
 * only what its holder has signed gets one of the few turns, for each may carry two pictures.
 */
@Singleton
@Requires(beans = Rekognition.class)
final class Calls {
  /** Two pictures of the most bytes there may be, in base64, and what else there is. */
  static final long MOST = 16L * 1024 * 1024;

  private static final int AT_ONCE = 4;
  private static final int PER_CALLER = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Rekognition rekognition;
  private final Intake intake;
  private final Senders senders;
  private final Deletions deletions;
  private final AwsJson json;
  private final Turns turns = new Turns(AT_ONCE, PER_CALLER, PATIENCE);

  Calls(
      Rekognition rekognition, Intake intake, Senders senders, Deletions deletions, AwsJson json) {
    this.rekognition = rekognition;
    this.intake = intake;
    this.senders = senders;
    this.deletions = deletions;
    this.json = json;
  }

  /** What the call is answered, unless it is refused. */
  Object answer(HttpRequest<?> request, InputStream body) {
    RequestHead head = head(request);
    Optional<Claim> claim = rekognition.claim(head);
    if (request.getContentLength() > MOST) {
      throw RekognitionException.bodyTooLarge(MOST);
    }
    String sender = senders.account(request);
    try (Spool spool = intake.take(incoming(request, body, sender))) {
      claim.ifPresent(known -> verify(known, spool));
      Operation operation = rekognition.operation(head);
      Rekognition.deletion(head)
          .ifPresent(what -> deletions.tell(request, what, claim.map(Claim::accessKeyId)));
      return turns.take(caller(claim, sender), () -> operation.answer(json.read(bytes(spool))));
    } catch (BodyRefused refusal) {
      throw refused(refusal);
    }
  }

  /** Whether the sender waits to be asked for the body. */
  static boolean asksFirst(HttpRequest<?> request) {
    return request.getHeaders().contains(HttpHeaders.EXPECT);
  }

  private static RequestHead head(HttpRequest<?> request) {
    return new RequestHead(
        request.getMethodName(), request.getUri().toString(), request.getHeaders()::getAll);
  }

  private static Intake.Body incoming(HttpRequest<?> request, InputStream body, String sender) {
    return new Intake.Body(sender, body, request.getContentLength(), MOST, asksFirst(request));
  }

  private static String caller(Optional<Claim> claim, String sender) {
    return claim.map(known -> "access key " + known.accessKeyId()).orElse(sender);
  }

  private static void verify(Claim claim, Spool spool) {
    try {
      claim.verify(spool.open());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static byte[] bytes(Spool spool) {
    try (InputStream in = spool.open()) {
      return in.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static RekognitionException refused(BodyRefused refusal) {
    return switch (refusal.reason()) {
      case TOO_LARGE -> RekognitionException.bodyTooLarge(MOST);
      case TOO_SLOW -> RekognitionException.tooSlow();
      case CUT_SHORT -> RekognitionException.malformed("The request was cut short");
      case TOO_MANY, NO_TURN -> RekognitionException.busy();
    };
  }
}
