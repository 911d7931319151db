package dev.riderphotos.web.review;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Opinion;
import dev.riderphotos.review.Party;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.web.execution.BoxAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as a reviewer may see it: before it is decided, nobody learns what others decided.
 *
 * @param version to send with a decision; missing of one that is not open
 * @param rider whom it is about, with the photo that is compared
 * @param other the registered face on the other side, of another rider or of the same
 * @param similarity of the two faces, 0 to 100
 * @param appeal what the rider says
 * @param decisions that are possible, of an open one
 * @param opinions how many have decided
 * @param own what the caller decided
 * @param decision what was decided in the end
 * @param due when that is carried out, or an open one is closed undecided
 * @param changed whether a decision was not carried out because something had changed
 * @param claimedUntil when somebody else looks at it, until then
 * @param again the execution that verified the photo once more
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewAnswer(
    String id,
    String kind,
    String state,
    @Nullable String version,
    PartyAnswer rider,
    @Nullable PartyAnswer other,
    @Nullable Double similarity,
    @Nullable AppealAnswer appeal,
    Instant openedAt,
    List<String> decisions,
    int opinions,
    @Nullable DecisionAnswer own,
    @Nullable DecisionAnswer decision,
    @Nullable Instant due,
    boolean changed,
    @Nullable Instant claimedUntil,
    @Nullable String again,
    @Nullable String outcome,
    @Nullable Instant closedAt) {

  /** One side. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PartyAnswer(
      String riderId,
      @Nullable String executionId,
      @Nullable String faceId,
      @Nullable BoxAnswer box) {
    static @Nullable PartyAnswer of(@Nullable Party party) {
      return party == null
          ? null
          : new PartyAnswer(
              party.rider().value(),
              text(party.execution()),
              party.face() == null ? null : party.face().value(),
              party.box() == null ? null : BoxAnswer.of(party.box()));
    }
  }

  /** What the rider says of the refusal. */
  @Serdeable
  public record AppealAnswer(String reason, String words) {}

  /** What was decided. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DecisionAnswer(String decision, @Nullable String withdraw, @Nullable String note) {
    static DecisionAnswer of(Ruling ruling, @Nullable String note) {
      return new DecisionAnswer(
          ruling.decision().name(),
          ruling.withdraw() == null ? null : ruling.withdraw().name(),
          note);
    }
  }

  /**
   * As this reviewer may see it.
   *
   * @param version of how its riders stand
   */
  static ReviewAnswer of(Case of, @Nullable String version, Reviewer reader, Instant now) {
    boolean open = of.state() == CaseState.OPEN;
    return new ReviewAnswer(
        of.id().toString(),
        of.kind().name(),
        of.state().name(),
        open ? version : null,
        requireNonNull(PartyAnswer.of(of.latest())),
        PartyAnswer.of(of.other()),
        of.similarity(),
        of.appeal() == null
            ? null
            : new AppealAnswer(of.appeal().reason().name(), of.appeal().words()),
        of.openedAt(),
        open ? of.decisions().stream().sorted().map(Enum::name).toList() : List.of(),
        of.opinions().size(),
        of.opinionOf(reader).map(ReviewAnswer::decision).orElse(null),
        of.ruling() == null ? null : DecisionAnswer.of(of.ruling(), null),
        of.due(),
        of.changed(),
        of.claim() != null && of.claim().keepsOut(reader, now) ? of.claim().until() : null,
        text(of.again()),
        of.outcome() == null ? null : of.outcome().name(),
        of.closedAt());
  }

  private static DecisionAnswer decision(Opinion opinion) {
    return DecisionAnswer.of(opinion.ruling(), opinion.note());
  }

  private static @Nullable String text(@Nullable ExecutionId id) {
    return id == null ? null : id.toString();
  }
}
