package dev.riderphotos.web.review;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Cases.Backlog;
import dev.riderphotos.review.Cases.Cursor;
import dev.riderphotos.review.Cases.Filter;
import dev.riderphotos.review.Cases.Page;
import dev.riderphotos.review.ClaimCase;
import dev.riderphotos.review.DecideCase;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.KeyedReviewers;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Party;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.review.UndoDecision;
import dev.riderphotos.review.Withdraw;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks cases up and has them decided as it is asked for; for the API, the pages and the shell
 * alike.
 */
@Singleton
public class Reviews {
  private static final int MAX_PAGE = 100;

  private final Cases cases;
  private final ClaimCase claims;
  private final DecideCase decisions;
  private final UndoDecision undoing;
  private final PhotoStore photos;
  private final Audit audit;

  Reviews(
      Cases cases,
      ClaimCase claims,
      DecideCase decisions,
      UndoDecision undoing,
      PhotoStore photos,
      Audit audit) {
    this.cases = cases;
    this.claims = claims;
    this.decisions = decisions;
    this.undoing = undoing;
    this.photos = photos;
    this.audit = audit;
  }

  /** Who decides: the key, or whoever it is in a demo. */
  static Reviewer reviewer(HttpRequest<?> request) {
    return Caller.of(request)
        .key()
        .map(key -> KeyedReviewers.of(key.id()))
        .orElseGet(() -> new Reviewer("demo"));
  }

  /** A page, the first opened first; parameters may be absent, or empty as forms send them. */
  public Page list(
      @Nullable String state, @Nullable String kind, @Nullable String cursor, int limit) {
    Filter filter =
        new Filter(
            named(CaseState.class, "state", state).orElse(null),
            named(Kind.class, "kind", kind).orElse(null));
    Cursor after = cursor == null || cursor.isBlank() ? null : new Cursor(cursor);
    return ProblemException.unless(() -> cases.list(filter, after, Math.clamp(limit, 1, MAX_PAGE)));
  }

  public Backlog backlog() {
    return cases.backlog();
  }

  public Case find(String id) {
    return cases.find(id(id)).orElseThrow(Reviews::unknown);
  }

  /** The case, claimed for the reviewer unless somebody else looks at it. */
  public Case look(Reviewer reviewer, String id) {
    return claims.claim(id(id), reviewer).orElseThrow(Reviews::unknown);
  }

  /** The next that waits for this reviewer; empty if none does. */
  public Optional<Case> next(Reviewer reviewer) {
    return claims.next(reviewer);
  }

  /** What came of the decision: decided, or noted until another agrees. */
  public Case decide(Reviewer reviewer, Origin origin, String id, DecisionOrder order) {
    DecideCase.Vote vote =
        ProblemException.unless(
            "note",
            () ->
                new DecideCase.Vote(
                    id(id),
                    reviewer,
                    given("version", order.version()),
                    ruling(order),
                    order.note(),
                    Boolean.TRUE.equals(order.now())));
    tell(origin, Act.CASE_DECIDED, id, word(vote.ruling()), order.note());
    return switch (decisions.decide(vote)) {
      case DecideCase.Answer.Decided(Case decided) -> decided;
      case DecideCase.Answer.Noted(Case open) -> open;
      case DecideCase.Answer.CaseChanged _ ->
          throw new ProblemException(
              HttpStatus.CONFLICT,
              "CASE_CHANGED",
              "The case has changed since you looked at it. Look at it again, and decide then.");
      case DecideCase.Answer.NotOpen(Case present) -> throw notOpen(present);
      case DecideCase.Answer.NotPossible(var possible) ->
          throw ProblemException.field(
              "decision",
              "Of this case one of these is decided: "
                  + names(possible.stream().sorted().toList())
                  + ".");
      case DecideCase.Answer.NotFound _ -> throw unknown();
    };
  }

  /** The case, open again. */
  public Case undo(Reviewer reviewer, Origin origin, String id) {
    tell(origin, Act.DECISION_UNDONE, id, null, null);
    return switch (undoing.undo(id(id), reviewer)) {
      case UndoDecision.Answer.Undone(Case open) -> open;
      case UndoDecision.Answer.TooLate _ ->
          throw new ProblemException(
              HttpStatus.CONFLICT,
              "TOO_LATE",
              "The decision cannot be undone: it is carried out, or is being carried out.");
      case UndoDecision.Answer.NothingToUndo _ ->
          throw new ProblemException(
              HttpStatus.CONFLICT, "NOTHING_TO_UNDO", "You have not decided this case.");
      case UndoDecision.Answer.NotFound _ -> throw unknown();
    };
  }

  private static String word(Ruling ruling) {
    Withdraw withdraw = ruling.withdraw();
    return withdraw == null ? ruling.decision().name() : ruling.decision() + "." + withdraw;
  }

  private void tell(
      Origin origin, Act act, String id, @Nullable String decision, @Nullable String note) {
    Deed deed = Deed.of(act, id).saying(decision).concerning(find(id).riders());
    var _ = audit.tell(origin, deed, note);
  }

  /** The photo of one side; of the rider the last one that came. */
  Photo photo(String id, String side) {
    Case of = find(id);
    Party party =
        switch (side) {
          case "rider" -> of.latest();
          case "other" -> of.other();
          default -> null;
        };
    return Optional.ofNullable(party)
        .flatMap(one -> Optional.ofNullable(one.photo()))
        .flatMap(photos::get)
        .orElseThrow(() -> ProblemException.notFound("The photo is not kept any more."));
  }

  private static ProblemException notOpen(Case present) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "NOT_OPEN",
        present.state() == CaseState.CLOSED
            ? "The case is closed already."
            : "The case is decided already. Undo that first, as long as it is not carried out.");
  }

  private static Ruling ruling(DecisionOrder order) {
    Decision decision =
        named(Decision.class, "decision", given("decision", order.decision())).orElseThrow();
    Optional<Withdraw> withdraw = named(Withdraw.class, "withdraw", order.withdraw());
    if (withdraw.isPresent() && decision != Decision.ONE_PERSON) {
      throw ProblemException.field("withdraw", "Only of one person a registration is withdrawn.");
    }
    return withdraw.map(Ruling::onePerson).orElseGet(() -> Ruling.of(decision));
  }

  private static String given(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw ProblemException.field(field, field + " is missing");
    }
    return value;
  }

  private static <E extends Enum<E>> Optional<E> named(
      Class<E> type, String field, @Nullable String name) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.field(
                        field, field + " is one of " + names(List.of(type.getEnumConstants())))));
  }

  private static String names(Iterable<? extends Enum<?>> values) {
    StringBuilder names = new StringBuilder();
    for (Enum<?> value : values) {
      names.append(names.isEmpty() ? "" : ", ").append(value.name());
    }
    return names.toString();
  }

  private static CaseId id(String id) {
    return ProblemException.unless(() -> CaseId.of(id));
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("No such case.");
  }
}
