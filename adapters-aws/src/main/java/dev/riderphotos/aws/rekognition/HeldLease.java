package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.aws.dynamodb.Attributes;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ImageId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.rekognition.model.Face;

/** The lease while it is ours, or while we take it to be. */
final class HeldLease implements AutoCloseable {
  /** An answer of Rekognition's that is so late does not come any more. */
  private static final Duration LATEST_ANSWER = Duration.ofHours(1);

  /** One lease forgets no more at a time: an expression has at most 4 kB. */
  private static final int MOST_FORGOTTEN = 50;

  private static final String STILL_OURS = LeaseItem.TOKEN + " = :token";
  private static final String WRITING = "write whose the face is";

  private final DynamoDbClient client;
  private final LeaseItem item;
  private final AttributeValue token;
  private final Map<ImageId, Intent> intents;
  private final InstantSource clock;
  private final Runnable onClose;
  private final Set<ImageId> removed = new HashSet<>();
  private final Set<ImageId> settled = new HashSet<>();
  private boolean ended;

  HeldLease(
      DynamoDbClient client,
      LeaseItem item,
      Map<String, AttributeValue> taken,
      InstantSource clock,
      Runnable onClose) {
    this.client = client;
    this.item = item;
    this.token = Attributes.valueOf(taken, LeaseItem.TOKEN);
    this.intents = LeaseItem.intents(taken);
    this.clock = clock;
    this.onClose = onClose;
    long old = clock.millis() - LATEST_ANSWER.toMillis();
    intents.entrySet().stream()
        .filter(entry -> entry.getValue().settledBefore(old))
        .limit(MOST_FORGOTTEN)
        .forEach(entry -> removed.add(entry.getKey()));
  }

  /** The lease ran out, and another process has it now or has had it since. */
  static final class Lost extends Exception {
    private Lost(Throwable cause) {
      super("the lease of the face collection was lost", cause);
    }
  }

  /** What an earlier try for this image left, if there was one. */
  @Nullable Intent intent(ImageId image) {
    return intents.get(image);
  }

  /**
   * Whether a face that nobody knows is what a registration left that did not come to its end:
   * while we hold the lease, none is under way.
   */
  boolean leftOver(CollectionId collection, Face face) {
    return intents.values().stream().anyMatch(intent -> intent.covers(collection, face));
  }

  /** Notes that the image's face is about to be indexed, and holds the lease for another term. */
  void intend(ImageId image, Intent intent) throws Lost {
    removed.remove(image); // if it is an old one that is written anew
    UpdateItemRequest noting =
        UpdateItemRequest.builder()
            .tableName(item.table())
            .key(item.key())
            .updateExpression("SET intents.#image = :intent, leaseUntil = :until")
            .conditionExpression(STILL_OURS)
            .expressionAttributeNames(Map.of("#image", image.value()))
            .expressionAttributeValues(
                Map.of(
                    ":intent", intent.value(),
                    ":until", Attributes.number(item.until(clock.millis())),
                    ":token", token))
            .build();
    try {
      var _ = client.updateItem(noting);
    } catch (ConditionalCheckFailedException lost) {
      throw new Lost(lost);
    } catch (SdkException fault) {
      throw AwsFaults.of("note what is being registered", fault);
    }
  }

  /** Holds the lease for another term. */
  void renew() throws Lost {
    UpdateItemRequest renewing =
        UpdateItemRequest.builder()
            .tableName(item.table())
            .key(item.key())
            .updateExpression("SET leaseUntil = :until")
            .conditionExpression(STILL_OURS)
            .expressionAttributeValues(
                Map.of(":until", Attributes.number(item.until(clock.millis())), ":token", token))
            .build();
    try {
      var _ = client.updateItem(renewing);
    } catch (ConditionalCheckFailedException lost) {
      throw new Lost(lost);
    } catch (SdkException fault) {
      throw AwsFaults.of("keep the lease of the face collection", fault);
    }
  }

  /** Nothing was indexed, and nothing will be: the intent goes with the lease. */
  void withdraw(ImageId image) {
    removed.add(image);
  }

  /** Nothing more comes of the intent, unless an answer is late; said with the lease's end. */
  void settle(ImageId image) {
    if (!removed.contains(image)) {
      settled.add(image);
    }
  }

  /** Writes what came of the intent and ends the lease, all at once or not at all. */
  void commit(ImageId image, List<TransactWriteItem> writes) throws Lost {
    boolean triedBefore = intents.containsKey(image); // and that try's answer may still be late
    Update ending =
        triedBefore ? ending(removed, with(settled, image)) : ending(with(removed, image), settled);
    List<TransactWriteItem> all = new ArrayList<>(writes);
    all.addFirst(TransactWriteItem.builder().update(ending).build());
    try {
      var _ = client.transactWriteItems(request -> request.transactItems(all));
      ended = true;
    } catch (TransactionCanceledException cancelled) {
      if (AwsFaults.firstRefused(cancelled)) {
        throw new Lost(cancelled);
      }
      throw new BackendException(WRITING, true, cancelled); // another write was in the way
    } catch (SdkException fault) {
      throw AwsFaults.of(WRITING, fault);
    }
  }

  /** Gives it back, if that was not done with a commit. */
  @Override
  public void close() {
    try {
      if (!ended) {
        release();
      }
    } finally {
      onClose.run();
    }
  }

  private void release() {
    Update ending = ending(removed, settled);
    try {
      var _ =
          client.updateItem(
              request ->
                  request
                      .tableName(ending.tableName())
                      .key(ending.key())
                      .updateExpression(ending.updateExpression())
                      .conditionExpression(ending.conditionExpression())
                      .expressionAttributeNames(ending.expressionAttributeNames())
                      .expressionAttributeValues(ending.expressionAttributeValues()));
    } catch (SdkException _) {
      // It ends by itself when its term is over.
    }
  }

  private Update ending(Set<ImageId> removing, Set<ImageId> settling) {
    List<String> removals = new ArrayList<>(List.of(LeaseItem.OWNER, LeaseItem.UNTIL));
    List<String> settings = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":token", token));
    removing.forEach(image -> removals.add(path(image, names)));
    for (ImageId image : settling) {
      settings.add(path(image, names) + "." + Intent.SETTLED + " = :now");
      values.put(":now", Attributes.number(clock.millis()));
    }
    return Update.builder()
        .tableName(item.table())
        .key(item.key())
        .updateExpression(clause("REMOVE", removals) + clause(" SET", settings))
        .conditionExpression(STILL_OURS)
        .expressionAttributeNames(names.isEmpty() ? null : names)
        .expressionAttributeValues(values)
        .build();
  }

  private static Set<ImageId> with(Set<ImageId> images, ImageId another) {
    Set<ImageId> all = new HashSet<>(images);
    all.add(another);
    return all;
  }

  private static String path(ImageId image, Map<String, String> names) {
    String name = "#image" + names.size();
    names.put(name, image.value());
    return "intents." + name;
  }

  private static String clause(String verb, List<String> actions) {
    return actions.isEmpty() ? "" : verb + " " + String.join(", ", actions);
  }
}
