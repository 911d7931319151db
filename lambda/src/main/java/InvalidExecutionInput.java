import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * The execution cannot be begun: its input says why. Step Functions knows it by this name, and so
 * it is in no package.
 */
public final class InvalidExecutionInput extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public InvalidExecutionInput(String message) {
    super(message);
  }
}
