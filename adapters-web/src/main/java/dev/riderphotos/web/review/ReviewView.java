package dev.riderphotos.web.review;

import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.review.Withdraw;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case on a page.
 *
 * @param riderPath where the page of the rider is
 * @param otherPath the same of the other side
 * @param alike how alike the two faces are, for people
 * @param due when a decision is carried out, or an open case is closed
 * @param claimedUntil when somebody else looks at it
 * @param choices what can be decided
 * @param undoable whether a decision can be taken back
 */
@Introspected
public record ReviewView(
    ReviewAnswer answer,
    String riderPath,
    @Nullable String otherPath,
    @Nullable String alike,
    Moment openedAt,
    @Nullable Moment due,
    @Nullable Moment claimedUntil,
    List<Choice> choices,
    boolean undoable) {

  /**
   * Something that can be decided, with the digit that stands for it on the keyboard.
   *
   * @param name of its text
   */
  @Introspected
  public record Choice(int digit, String decision, String withdraw, String name) {}

  static ReviewView of(Case of, ReviewAnswer answer, Instant now) {
    ReviewAnswer.PartyAnswer other = answer.other();
    return new ReviewView(
        answer,
        RiderPath.of(answer.rider().riderId()),
        other == null ? null : RiderPath.of(other.riderId()),
        answer.similarity() == null
            ? null
            : String.format(Locale.ROOT, "%.1f", answer.similarity()),
        Moment.of(answer.openedAt(), now),
        Moment.ofNullable(answer.due(), now),
        Moment.ofNullable(answer.claimedUntil(), now),
        of.state() == CaseState.OPEN ? choices(of) : List.of(),
        undoable(of, answer, now));
  }

  private static boolean undoable(Case of, ReviewAnswer answer, Instant now) {
    return of.state() == CaseState.DECIDED
        ? of.due() != null && now.isBefore(of.due())
        : of.state() == CaseState.OPEN && answer.own() != null;
  }

  private static List<Choice> choices(Case of) {
    List<Ruling> rulings =
        of.decisions().stream()
            .sorted(Comparator.naturalOrder())
            .flatMap(ReviewView::rulings)
            .toList();
    return Stream.iterate(0, index -> index < rulings.size(), index -> index + 1)
        .map(index -> choice(index + 1, rulings.get(index)))
        .toList();
  }

  private static Stream<Ruling> rulings(Decision decision) {
    return decision == Decision.ONE_PERSON
        ? Stream.of(Ruling.onePerson(Withdraw.LATER), Ruling.onePerson(Withdraw.EARLIER))
        : Stream.of(Ruling.of(decision));
  }

  private static Choice choice(int digit, Ruling ruling) {
    String decision = ruling.decision().name();
    String withdraw = ruling.withdraw() == null ? "" : ruling.withdraw().name();
    return new Choice(
        digit, decision, withdraw, withdraw.isEmpty() ? decision : decision + "." + withdraw);
  }
}
