import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * The photo is refused: its face is registered already. Step Functions knows it by this name, and
 * so it is in no package.
 */
public final class FaceAlreadyExistsError extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public FaceAlreadyExistsError(String message) {
    super(message);
  }
}
