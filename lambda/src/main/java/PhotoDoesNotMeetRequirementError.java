import dev.riderphotos.lambda.StateError;
import java.io.Serial;

/**
 * The photo is refused: it does not show one clear face. Step Functions knows it by this name, and
 * so it is in no package.
 */
public final class PhotoDoesNotMeetRequirementError extends StateError {
  @Serial private static final long serialVersionUID = 1;

  public PhotoDoesNotMeetRequirementError(String message) {
    super(message);
  }
}
