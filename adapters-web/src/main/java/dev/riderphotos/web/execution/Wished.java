package dev.riderphotos.web.execution;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Kind;
import dev.riderphotos.review.Party;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes filters of what is typed, and says which field it cannot make one of. */
@Singleton
final class Wished {
  private static final int LONGEST_PART = 200;
  private static final int PAGE = 100;

  private final Cases cases;

  Wished(Cases cases) {
    this.cases = cases;
  }

  /**
   * The filter for it.
   *
   * @throws ProblemException if a field is none of what it may be
   */
  Filter filter(ExecutionWish wish) {
    Instant from = given("from", wish.from(), text -> moment("from", text, 0));
    Instant to = given("to", wish.to(), text -> moment("to", text, 1));
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.field("to", "to is before from");
    }
    Boolean review = given("review", wish.review(), Wished::flag);
    return new Filter(
        given("status", wish.status(), text -> named("status", Status.values(), text)),
        given("rider", wish.rider(), RiderId::new),
        Boolean.TRUE.equals(review),
        given("reason", wish.reason(), text -> named("reason", ReasonCode.values(), text)),
        given("part", wish.part(), Wished::part),
        from,
        to,
        given("case", wish.inCase(), this::executions));
  }

  private static <T> @Nullable T given(
      String field, @Nullable String typed, Function<String, T> parse) {
    return typed == null || typed.isBlank()
        ? null
        : ProblemException.unless(field, () -> parse.apply(typed.strip()));
  }

  private static Boolean flag(String text) {
    if (!text.matches("true|false")) {
      throw new IllegalArgumentException("review is true or false");
    }
    return Boolean.valueOf(text);
  }

  private static String part(String text) {
    if (text.length() > LONGEST_PART) {
      throw new IllegalArgumentException("part has at most " + LONGEST_PART + " characters");
    }
    return text;
  }

  /** A day begins at midnight, UTC. */
  private static Instant moment(String field, String text, int daysLater) {
    try {
      return text.length() > "2026-01-01".length()
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(
          field + " is a day, such as 2026-01-31, or a moment, such as 2026-01-31T12:00:00Z", none);
    }
  }

  private static <E extends Enum<E>> E named(String field, E[] values, String name) {
    return Stream.of(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(field + " is one of " + Arrays.toString(values)));
  }

  private Set<ExecutionId> executions(String inCase) {
    return cases(inCase).stream()
        .flatMap(Wished::executions)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Those that it is about, and the one that it led to. */
  private static Stream<ExecutionId> executions(Case of) {
    Stream<@Nullable Party> parties = Stream.concat(Stream.of(of.rider()), of.joined().stream());
    return Stream.concat(
        Stream.concat(parties, Stream.ofNullable(of.other()))
            .flatMap(party -> Stream.ofNullable(party.execution())),
        Stream.ofNullable(of.again()));
  }

  private List<Case> cases(String inCase) {
    if (inCase.equals(CaseState.OPEN.name())) {
      return all(Cases.Filter.OPEN);
    }
    return Stream.of(Kind.values())
        .filter(kind -> kind.name().equals(inCase))
        .findFirst()
        .map(kind -> all(new Cases.Filter(CaseState.OPEN, kind)))
        .orElseGet(() -> cases.find(id(inCase)).stream().toList());
  }

  private static CaseId id(String inCase) {
    try {
      return CaseId.of(inCase);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "case is a case's id, OPEN, or one of " + Arrays.toString(Kind.values()), none);
    }
  }

  private List<Case> all(Cases.Filter filter) {
    List<Case> all = new ArrayList<>();
    Cases.Cursor cursor = null;
    do {
      Cases.Page page = cases.list(filter, cursor, PAGE);
      all.addAll(page.cases());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }
}
