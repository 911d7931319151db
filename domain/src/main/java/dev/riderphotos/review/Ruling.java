package dev.riderphotos.review;

import org.jspecify.annotations.Nullable;

/**
 * A decision with all that belongs to it.
 *
 * @param withdraw which registration goes if it is {@link Decision#ONE_PERSON}, else {@code null}
 */
public record Ruling(Decision decision, @Nullable Withdraw withdraw) {
  public Ruling {
    if ((decision == Decision.ONE_PERSON) != (withdraw != null)) {
      throw new IllegalArgumentException("Of one person, and of no others, one is withdrawn");
    }
  }

  /** The decision; of one person, the later registration goes. */
  public static Ruling of(Decision decision) {
    return new Ruling(decision, decision == Decision.ONE_PERSON ? Withdraw.LATER : null);
  }

  public static Ruling onePerson(Withdraw withdraw) {
    return new Ruling(Decision.ONE_PERSON, withdraw);
  }

  /** Whether it takes from a rider what was registered first: more than one are to want that. */
  boolean grave() {
    return withdraw == Withdraw.EARLIER || decision == Decision.REGISTERED_IS_WRONG;
  }
}
