package dev.riderphotos.aws.sqs;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.EventWatcher;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.ObjectListener;
import dev.riderphotos.event.Undeliverable;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Deals with what one message tells, whoever received it. What no repetition helps, and what cannot
 * be read, is put into the queue of dead letters at once.
 */
public final class ArrivalDelivery {
  private final SqsQueue dead;
  private final ObjectListener owners;
  private final EventWatcher watcher;

  public ArrivalDelivery(SqsQueue dead, ObjectListener owners, EventWatcher watcher) {
    this.dead = dead;
    this.owners = owners;
    this.watcher = watcher;
  }

  /**
   * Deals with it, to the end: when this returns, the message may be deleted. Cut short before, it
   * may be in both queues, and dies once more.
   *
   * @throws RuntimeException that kept an owner from it; the message is to be delivered again
   */
  public void deal(Message message) {
    try {
      dealWithAll(message);
    } catch (Undeliverable hopeless) {
      dead.send(message.body(), SqsDeadLetters.told(SqsQueue.receives(message), hopeless));
      watcher.buried(idOf(message), hopeless);
    }
  }

  /** What is hopeless about one thing that a message tells keeps no other from being dealt with. */
  private void dealWithAll(Message message) {
    Undeliverable hopeless = null;
    for (ObjectCreated event : read(message)) {
      try {
        owners.arrived(event);
      } catch (Undeliverable one) {
        hopeless = one;
      }
    }
    if (hopeless != null) {
      throw hopeless;
    }
  }

  private static List<ObjectCreated> read(Message message) {
    try {
      return ArrivalMessage.read(message);
    } catch (IllegalArgumentException unreadable) {
      throw new Undeliverable("read what the queue was told", unreadable);
    }
  }

  /** Of its first event, for S3 tells of one at a time; of a message nobody can read, its own. */
  static EventId idOf(Message message) {
    try {
      return ArrivalMessage.read(message).getFirst().id();
    } catch (RuntimeException unreadable) {
      return EventId.of(message.messageId());
    }
  }
}
