package dev.riderphotos.aws.sqs;

import static java.util.Comparator.comparing;

import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.photo.PhotoRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The messages that a queue's redrive policy, or who received them, moved to its queue of dead
 * letters. To look through them hides them from others for a moment. Messages that cannot be read
 * are left to the console: no repetition makes them better. What went wrong with an event stands in
 * the log.
 */
public final class SqsDeadLetters implements DeadLetters, UsesAws {
  /** A call that waits asks all of the queue's servers, one that does not only some. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private static final Duration LOOK = Duration.ofSeconds(60);
  private static final String ATTEMPTS = "attempts";
  private static final String ERROR = "error";

  private final SqsQueue queue;
  private final SqsQueue dead;
  private final EventSettings settings;
  private final Duration wait;

  /**
   * Makes the dead letters of one queue.
   *
   * @param queue where redriven events go
   * @param dead where they are kept
   * @param settings with as many attempts as the queue's redrive policy allows
   */
  public SqsDeadLetters(SqsClient sqs, String queue, String dead, EventSettings settings) {
    this(new SqsQueue(sqs, queue), new SqsQueue(sqs, dead), settings, WAIT);
  }

  SqsDeadLetters(SqsQueue queue, SqsQueue dead, EventSettings settings, Duration wait) {
    this.queue = queue;
    this.dead = dead;
    this.settings = settings;
    this.wait = wait;
  }

  @Override
  public List<DeadLetter> dead(int limit) {
    List<Message> messages = take(limit);
    messages.forEach(this::giveBack);
    return messages.stream()
        .flatMap(message -> letters(message).stream())
        .sorted(comparing(DeadLetter::since))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<DeadLetter> redrive(EventId id, Instant now) {
    return find(id, this::redrive);
  }

  /** With it goes what else one message told of: S3 sends an event each. */
  @Override
  public Optional<DeadLetter> drop(EventId id) {
    return find(id, dead::delete);
  }

  private Optional<DeadLetter> find(EventId id, Consumer<Message> act) {
    Optional<DeadLetter> found = Optional.empty();
    for (Message message : take(Integer.MAX_VALUE)) {
      Optional<DeadLetter> letter =
          letters(message).stream().filter(one -> one.event().id().equals(id)).findFirst();
      if (letter.isPresent()) {
        act.accept(message);
        found = letter;
      } else {
        giveBack(message);
      }
    }
    return found;
  }

  @Override
  public int redriveAll(Instant now) {
    int redriven = 0;
    for (Message message : take(Integer.MAX_VALUE)) {
      int letters = letters(message).size();
      if (letters > 0) {
        redrive(message);
        redriven += letters;
      } else {
        giveBack(message);
      }
    }
    return redriven;
  }

  /** What waits in the queue cannot be picked out: it is delivered, and finds nothing. */
  @Override
  public int forget(String bucket, String prefix) {
    int forgotten = 0;
    for (Message message : take(Integer.MAX_VALUE)) {
      List<PhotoRef> about = letters(message).stream().map(letter -> letter.event().ref()).toList();
      boolean all =
          !about.isEmpty()
              && about.stream()
                  .allMatch(ref -> ref.bucket().equals(bucket) && ref.key().startsWith(prefix));
      if (all) {
        dead.delete(message);
        forgotten += about.size();
      } else {
        giveBack(message);
      }
    }
    return forgotten;
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        queue.found(),
        dead.found(),
        queue.use("Redrive", "SendMessage"),
        dead.use("DeadLetters", "ReceiveMessage", "ChangeMessageVisibility", "DeleteMessage"));
  }

  /** Some or all; what dies meanwhile may be among them. */
  private List<Message> take(int limit) {
    List<Message> taken = new ArrayList<>();
    List<Message> batch = dead.receive(limit, wait, LOOK);
    while (!batch.isEmpty()) {
      taken.addAll(batch);
      int left = limit - taken.size();
      batch = left > 0 ? dead.receive(left, wait, LOOK) : List.of();
    }
    return taken;
  }

  /** Cut short in between, the event is in both queues: it is delivered, and may be redriven. */
  private void redrive(Message message) {
    queue.send(message.body());
    dead.delete(message);
  }

  private void giveBack(Message message) {
    dead.hide(message, Duration.ZERO);
  }

  private List<DeadLetter> letters(Message message) {
    try {
      return ArrivalMessage.read(message).stream().map(event -> letter(message, event)).toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  private DeadLetter letter(Message message, ObjectCreated event) {
    int attempts =
        SqsQueue.told(message, ATTEMPTS).map(Integer::valueOf).orElse(settings.attempts());
    String error =
        SqsQueue.told(message, ERROR).orElse("Received %d times in vain".formatted(attempts));
    return new DeadLetter(event, attempts, error, SqsQueue.sentAt(message));
  }

  /** What is told of a message that was received so often, and then moved by its receiver. */
  static Map<String, String> told(int attempts, RuntimeException fault) {
    return Map.of(ATTEMPTS, String.valueOf(attempts), ERROR, Undeliverable.describe(fault));
  }
}
