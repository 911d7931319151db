import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * The execution cannot go on, and trying again is of no use. Step Functions knows it by this name,
 * and so it is in no package.
 */
public final class BackendFailedError extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public BackendFailedError(String message) {
    super(message);
  }
}
