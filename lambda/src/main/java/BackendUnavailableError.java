import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * A service did not answer as it should; the same attempt may succeed a little later. Step
 * Functions knows it by this name, and so it is in no package.
 */
public final class BackendUnavailableError extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public BackendUnavailableError(String message) {
    super(message);
  }
}
