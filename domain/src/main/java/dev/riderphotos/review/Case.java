package dev.riderphotos.review;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that people decide. Immutable: each change is a new one.
 *
 * @param rider whom it is about: whose registration is the later, who sent the photo, who appeals
 * @param other the registered face on the other side, of another rider or of the same; {@code null}
 *     if there is none, as of sunglasses
 * @param joined photos of the same rider that came while it was open, the last one last
 * @param similarity of the two faces, 0 to 100; {@code null} if nobody compared them
 * @param appeal what the rider says; {@code null} if nobody appealed
 * @param opinions of those who decided since the case last changed, the first one first
 * @param ruling what was decided in the end; {@code null} while it is open
 * @param due when something is to be done with it if nobody does anything: carry the decision out,
 *     close it, delete a photo; {@code null} if nothing is
 * @param changed whether a decision was not carried out because something had changed
 * @param claim who looks at it; {@code null} if nobody does
 * @param withdrawn the registration that goes by the decision, as it was when that was begun to be
 *     carried out; {@code null} if none does
 * @param again the new execution that verifies the rider's photo; {@code null} before there is one
 * @param outcome of a closed one, else {@code null}
 * @param closedAt of a closed one, else {@code null}
 */
public record Case(
    CaseId id,
    Kind kind,
    Party rider,
    @Nullable Party other,
    List<Party> joined,
    @Nullable Double similarity,
    @Nullable Appealed appeal,
    Instant openedAt,
    CaseState state,
    List<Opinion> opinions,
    @Nullable Ruling ruling,
    @Nullable Instant due,
    boolean changed,
    @Nullable Claim claim,
    @Nullable Party withdrawn,
    @Nullable ExecutionId again,
    @Nullable Outcome outcome,
    @Nullable Instant closedAt) {
  public Case {
    joined = List.copyOf(joined);
    opinions = List.copyOf(opinions);
  }

  /** Opens a case, which is due to be closed then if nobody decides. */
  public static Case opened(
      CaseId id,
      Kind kind,
      Party rider,
      @Nullable Party other,
      @Nullable Double similarity,
      @Nullable Appealed appeal,
      Instant now,
      Instant expires) {
    return new Case(
        id,
        kind,
        rider,
        other,
        List.of(),
        similarity,
        appeal,
        now,
        CaseState.OPEN,
        List.of(),
        null,
        expires,
        false,
        null,
        null,
        null,
        null,
        null);
  }

  /** The riders on both sides; one if both are the same, or there is one side. */
  public Set<RiderId> riders() {
    return Stream.of(rider, other == null ? rider : other)
        .map(Party::rider)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The photo that people look at: the last that came. */
  public Party latest() {
    return joined.isEmpty() ? rider : joined.getLast();
  }

  /** The execution of a photo that this case is about already. */
  public boolean isAbout(ExecutionId execution) {
    return Stream.concat(Stream.of(rider), joined.stream())
        .anyMatch(party -> execution.equals(party.execution()));
  }

  /** What can be decided. */
  public Set<Decision> decisions() {
    return kind.decisions(reason());
  }

  /** What is appealed against; {@code null} if this is no appeal. */
  public @Nullable ReasonCode reason() {
    return kind == Kind.APPEAL && appeal != null ? appeal.reason() : null;
  }

  /**
   * What no two cases that are not closed have in common: of a possible duplicate the two riders,
   * whichever is the later; of others the kind and the rider.
   */
  public String subject() {
    String riders =
        riders().stream().map(RiderId::value).sorted().collect(Collectors.joining("\n"));
    return switch (kind) {
      case POSSIBLE_DUPLICATE -> kind + "\n" + riders;
      case ANOTHER_FACE, APPEAL -> kind + "\n" + rider.rider().value();
    };
  }

  /** What this reviewer decided, if anything. */
  public Optional<Opinion> opinionOf(Reviewer reviewer) {
    return opinions.stream().filter(each -> each.reviewer().equals(reviewer)).findFirst();
  }

  /** The same case, with another photo that the rider sent. */
  public Case joinedBy(Party photo) {
    List<Party> more = new ArrayList<>(joined);
    more.add(photo);
    return with(state, more, List.of(), ruling, due, changed, withdrawn, again);
  }

  /** The same case, with what the rider says of it. */
  public Case appealed(Appealed said) {
    return new Case(
        id,
        kind,
        rider,
        other,
        joined,
        similarity,
        said,
        openedAt,
        state,
        opinions,
        ruling,
        due,
        changed,
        claim,
        withdrawn,
        again,
        outcome,
        closedAt);
  }

  /** The same case, while this reviewer looks at it; {@code null}: nobody does. */
  public Case claimedBy(@Nullable Claim reviewer) {
    return new Case(
        id,
        kind,
        rider,
        other,
        joined,
        similarity,
        appeal,
        openedAt,
        state,
        opinions,
        ruling,
        due,
        changed,
        reviewer,
        withdrawn,
        again,
        outcome,
        closedAt);
  }

  /** The same case, with its two sides as they stand now. */
  public Case standing(Party present, @Nullable Party presentOther) {
    return new Case(
        id,
        kind,
        present,
        presentOther,
        joined,
        similarity,
        appeal,
        openedAt,
        state,
        opinions,
        ruling,
        due,
        changed,
        claim,
        withdrawn,
        again,
        outcome,
        closedAt);
  }

  /** Not decided yet, with these opinions. */
  public Case undecided(List<Opinion> so, Instant expires) {
    return with(CaseState.OPEN, joined, so, null, expires, false, null, null);
  }

  /** Decided like this, which is carried out then. */
  public Case decided(List<Opinion> by, Ruling all, Instant carriedOut) {
    return with(CaseState.DECIDED, joined, by, all, carriedOut, false, null, null);
  }

  /**
   * From now on what follows is done.
   *
   * @param registration that goes, if one does
   * @param verification as which the photo is verified again, if it is
   */
  public Case begun(@Nullable Party registration, @Nullable ExecutionId verification) {
    return with(
        CaseState.UNDER_WAY, joined, opinions, ruling, due, false, registration, verification);
  }

  /** Open again: something had changed before it was carried out. */
  public Case reopened(Instant expires) {
    return with(CaseState.OPEN, joined, List.of(), null, expires, true, null, null);
  }

  /** The end of it; what is due then is the photo of whoever was withdrawn, if anything. */
  public Case closed(Outcome end, Instant now, @Nullable Instant photoGoes) {
    return new Case(
        id,
        kind,
        rider,
        other,
        joined,
        similarity,
        appeal,
        openedAt,
        CaseState.CLOSED,
        opinions,
        ruling,
        photoGoes,
        changed,
        null,
        withdrawn,
        again,
        end,
        now);
  }

  /** Closed, with nothing to be done any more. */
  public Case done() {
    return with(state, joined, opinions, ruling, null, changed, withdrawn, again);
  }

  private Case with(
      CaseState next,
      List<Party> photos,
      List<Opinion> by,
      @Nullable Ruling all,
      @Nullable Instant nextDue,
      boolean hasChanged,
      @Nullable Party gone,
      @Nullable ExecutionId verification) {
    return new Case(
        id,
        kind,
        rider,
        other,
        photos,
        similarity,
        appeal,
        openedAt,
        next,
        by,
        all,
        nextDue,
        hasChanged,
        claim,
        gone,
        verification,
        outcome,
        closedAt);
  }
}
