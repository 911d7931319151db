package dev.riderphotos.aws;

import dev.riderphotos.aws.AwsResource.Part;
import dev.riderphotos.aws.AwsResource.State;
import java.util.Set;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks after parts of resources. */
final class AwsParts {
  /** How emulators say that they lack an operation, or an attribute that AWS has. */
  private static final Set<String> NOT_IMPLEMENTED =
      Set.of("NotImplemented", "UnknownOperationException", "InvalidAttributeName");

  private AwsParts() {}

  static Part check(String name, BooleanSupplier there) {
    return AwsFaults.during(
        "look for " + name,
        () -> new Part(name, there.getAsBoolean() ? State.THERE : State.MISSING));
  }

  /** Makes the part if it is not there. */
  static Part ensure(String name, BooleanSupplier there, Runnable make) {
    try {
      if (there.getAsBoolean()) {
        return new Part(name, State.THERE);
      }
      make.run();
      return new Part(name, State.MADE);
    } catch (AwsServiceException answer) {
      if (NOT_IMPLEMENTED.contains(answer.awsErrorDetails().errorCode())) {
        return new Part(name, State.NOT_OFFERED);
      }
      throw AwsFaults.of("make " + name, answer);
    } catch (SdkException fault) {
      throw AwsFaults.of("make " + name, fault);
    }
  }
}
