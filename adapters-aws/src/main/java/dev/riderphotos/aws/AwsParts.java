package dev.riderphotos.aws;

import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks after parts of resources. What AWS says of a fault is told: an operator is to mend it. */
public final class AwsParts {
  /** How emulators say that they lack an operation, or an attribute that AWS has. */
  private static final Set<String> NOT_IMPLEMENTED =
      Set.of("NotImplemented", "UnknownOperationException", "InvalidAttributeName");

  private static final int MAX_REASON = 200;

  private AwsParts() {}

  public static Part check(String name, BooleanSupplier there) {
    return told(name, () -> there.getAsBoolean() ? State.THERE : State.MISSING);
  }

  /** Makes the part if it is not there. */
  public static Part ensure(String name, BooleanSupplier there, Runnable make) {
    return told(
        name,
        () -> {
          if (there.getAsBoolean()) {
            return State.THERE;
          }
          make.run();
          return State.MADE;
        });
  }

  private static Part told(String name, Supplier<State> state) {
    try {
      return new Part(name, state.get());
    } catch (AwsServiceException answer) {
      return NOT_IMPLEMENTED.contains(AwsFaults.code(answer))
          ? new Part(name, State.NOT_OFFERED)
          : unknown(name, answer);
    } catch (SdkException | UncheckedIOException fault) {
      return unknown(name, fault);
    }
  }

  private static Part unknown(String name, RuntimeException fault) {
    String reason = String.valueOf(fault.getMessage());
    String brief = reason.substring(0, Math.min(reason.length(), MAX_REASON));
    return new Part("%s (%s)".formatted(name, brief), State.UNKNOWN);
  }
}
