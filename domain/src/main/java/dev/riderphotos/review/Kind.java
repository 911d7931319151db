package dev.riderphotos.review;

import dev.riderphotos.execution.ReasonCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people are asked. */
public enum Kind {
  /** Two riders are verified whose faces are nearly alike enough to be taken for one person's. */
  POSSIBLE_DUPLICATE,
  /** A verified rider sent a photo with another face. */
  ANOTHER_FACE,
  /** A rider says that a refusal is wrong. */
  APPEAL;

  private static final Set<Decision> OF_TWO_RIDERS =
      Set.of(Decision.TWO_PEOPLE, Decision.ONE_PERSON, Decision.NOT_USABLE);
  private static final Set<Decision> OF_ONE_RIDER =
      Set.of(
          Decision.SAME_RIDER,
          Decision.SOMEBODY_ELSE,
          Decision.REGISTERED_IS_WRONG,
          Decision.NOT_USABLE);
  private static final Set<Decision> OF_SUNGLASSES =
      Set.of(Decision.NO_SUNGLASSES, Decision.NOT_USABLE);

  /**
   * What can be decided.
   *
   * @param reason of the refusal that is appealed against; {@code null} of what is no appeal
   */
  public Set<Decision> decisions(@Nullable ReasonCode reason) {
    return switch (this) {
      case POSSIBLE_DUPLICATE -> OF_TWO_RIDERS;
      case ANOTHER_FACE -> OF_ONE_RIDER;
      case APPEAL ->
          switch (reason) {
            case ALREADY_REGISTERED -> OF_TWO_RIDERS;
            case ANOTHER_FACE -> OF_ONE_RIDER;
            case SUNGLASSES -> OF_SUNGLASSES;
            case null, default -> Set.of();
          };
    };
  }

  /** Whether riders may appeal against a refusal for this reason. */
  public static boolean appealable(ReasonCode reason) {
    return !APPEAL.decisions(reason).isEmpty();
  }
}
