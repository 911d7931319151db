import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * The execution is not run by this one: it was settled, or is begun anew. Step Functions knows it
 * by this name, and so it is in no package.
 */
public final class TakenOverError extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public TakenOverError(String message) {
    super(message);
  }
}
