package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.face.ImageId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The right to change the faces of a role: one at a time has it, in all processes, whichever
 * collection is live. Who holds it too long loses it; who has it next has the next token, and what
 * is written under an earlier one is refused. The intents are kept with it, so that taking it tells
 * of them.
 */
public final class CollectionLease {
  private static final String WAITING = "wait for the lease of the face collection";

  /** So that the lease outlives renewals that fail. */
  private static final int RENEWALS_PER_LEASE = 4;

  private final DynamoDbClient client;
  private final LeaseItem item;
  private final RiderFacesSettings terms;
  private final InstantSource clock;

  private final ReentrantLock turn = new ReentrantLock(true);

  public CollectionLease(DynamoDbClient client, RiderFacesSettings terms, InstantSource clock) {
    this.client = client;
    this.item = new LeaseItem(terms);
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Waits for it. To be given back by the same thread.
   *
   * @throws BackendException if it is not to be had in time
   */
  public HeldLease acquire() {
    awaitTurn();
    try {
      // Whoever waits is the owner: what it took when the answer was lost, it may take again. And
      // it
      // is named only now, for many processes may have come of one that was made and copied.
      String owner = UUID.randomUUID().toString();
      return Patience.await(WAITING, terms.patience(), () -> take(owner));
    } catch (Throwable fault) {
      turn.unlock();
      throw fault;
    }
  }

  /**
   * Does work of any length while nobody else has it.
   *
   * @throws BackendException if it is not to be had in time, or was lost before the work was done;
   *     trying again may help
   */
  <T> T whileHeld(Supplier<T> work) {
    try (HeldLease held = acquire();
        Renewal _ = new Renewal(held, terms.lease().dividedBy(RENEWALS_PER_LEASE))) {
      T result = work.get();
      held.renew();
      return result;
    } catch (HeldLease.Lost lost) {
      throw new BackendException("keep the lease of the face collection", true, lost);
    }
  }

  /** The intents there are, without waiting for anybody. */
  Map<ImageId, Intent> intents() {
    return AwsFaults.during(
        "read what is being registered",
        () -> LeaseItem.intents(client.getItem(item.reading()).item()));
  }

  private void awaitTurn() {
    try {
      if (!turn.tryLock(terms.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BackendException(
            WAITING, true, new TimeoutException("not within " + terms.patience()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BackendException(WAITING, true, interrupted);
    }
  }

  private Optional<HeldLease> take(String owner) {
    return AwsFaults.during(
        "take the lease of the face collection",
        () -> {
          try {
            Map<String, AttributeValue> taken = client.updateItem(taking(owner)).attributes();
            return Optional.of(new HeldLease(client, item, taken, clock, turn::unlock));
          } catch (ConditionalCheckFailedException _) {
            return Optional.empty(); // somebody has it
          } catch (TransactionConflictException _) {
            return Optional.empty(); // somebody is giving it back
          }
        });
  }

  private UpdateItemRequest taking(String owner) {
    long now = clock.millis();
    return UpdateItemRequest.builder()
        .tableName(item.table())
        .key(item.key())
        .updateExpression(
            "SET leaseOwner = :me, leaseUntil = :until, intents = if_not_exists(intents, :none)"
                + " ADD leaseToken :one")
        .conditionExpression(
            "attribute_not_exists(leaseOwner) OR leaseUntil < :now OR leaseOwner = :me")
        .expressionAttributeValues(
            Map.of(
                ":me", Attributes.text(owner),
                ":now", Attributes.number(now),
                ":until", Attributes.number(item.until(now)),
                ":none", AttributeValue.fromM(Map.of()),
                ":one", Attributes.number(1)))
        .returnValues(ReturnValue.ALL_NEW)
        .build();
  }
}
