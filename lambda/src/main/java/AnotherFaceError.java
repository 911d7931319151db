import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * The photo is refused: its rider is registered with another face. Step Functions knows it by this
 * name, and so it is in no package.
 */
public final class AnotherFaceError extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public AnotherFaceError(String message) {
    super(message);
  }
}
