package dev.riderphotos.app.testkit;

import static java.util.Objects.requireNonNull;

import dev.riderphotos.app.testkit.Relay.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stands before the DynamoDB of the tests, for all tests of a class, and answers in its place as a
 * test says. To be registered before what is to meet it.
 */
public final class FaultyEndpoint implements BeforeAllCallback, AfterAllCallback {
  private static final String PROPERTY = "aws.endpointUrlDynamoDb";
  private @Nullable Relay relay;
  private @Nullable String target;
  private Rule rule = Rule.NONE;

  /** What is answered, how often, to requests that name an operation and a table. */
  private record Rule(int times, int status, String type, String operation, String table) {
    static final Rule NONE = new Rule(0, 0, "", "", "");

    boolean strikes(String asked, String body) {
      return times > 0 && asked.endsWith("." + operation) && body.contains(table);
    }

    Rule struck() {
      return new Rule(times - 1, status, type, operation, table);
    }
  }

  /** Fails the next so many of these calls. */
  public synchronized void next(
      int times, int status, String type, String operation, String table) {
    rule = new Rule(times, status, type, operation, table);
  }

  /** From now on all is well. */
  public synchronized void heal() {
    rule = Rule.NONE;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    var _ = AwsServer.aws();
    target = requireNonNull(System.getProperty(PROPERTY));
    relay = new Relay(URI.create(target), this::meet);
    System.setProperty(PROPERTY, relay.address().toString());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.setProperty(PROPERTY, requireNonNull(target));
    requireNonNull(relay).close();
  }

  private synchronized Optional<Reply> meet(String operation, String body) {
    if (!rule.strikes(operation, body)) {
      return Optional.empty();
    }
    String error =
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#%s\", \"message\": \"on purpose\"}"
            .formatted(rule.type());
    Reply reply = new Reply(rule.status(), error);
    rule = rule.struck();
    return Optional.of(reply);
  }
}
