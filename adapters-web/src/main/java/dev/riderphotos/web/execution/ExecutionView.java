package dev.riderphotos.web.execution;

import dev.riderphotos.web.page.Moment;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param reasons all that speak against the photo
 * @param advice what could be better about it
 * @param fault what broke
 * @param tidy whether nothing is left to clean up
 * @param states every state of the workflow by its name, in the workflow's order
 * @param steps those that were begun, in their order
 * @param cases that it is part of
 * @param input as JSON
 * @param erased how many faces it resembled whose riders were erased since
 * @param output as JSON, once it has ended
 * @param console where AWS's console shows it, if a state machine runs it, or did last
 */
@Introspected
public record ExecutionView(
    ListedExecution listed,
    @Nullable Moment endedAt,
    String photo,
    List<ReasonShown> reasons,
    List<ReasonShown> advice,
    @Nullable String fault,
    boolean tidy,
    Map<String, StateView> states,
    List<StateView> steps,
    List<ResemblanceView> similar,
    int erased,
    List<About> cases,
    String input,
    @Nullable String output,
    @Nullable String console) {
  /** A case that people decide, and how it stands. */
  @Introspected
  public record About(String id, String kind, String state) {}
}
