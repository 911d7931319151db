package dev.riderphotos.testkit;

import static java.util.Comparator.comparing;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.face.FaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps the journal as long as it lives, for one process and those that come after it. */
public final class InMemoryExecutions implements Executions {
  private static final Comparator<Execution> FIRST_STARTED_FIRST =
      comparing(Execution::startedAt).thenComparing(execution -> execution.id().value());

  private final Map<ExecutionId, Execution> executions = new ConcurrentHashMap<>();
  private final Set<ExecutionId> held = ConcurrentHashMap.newKeySet();
  private final Announcing announcing;
  private final InMemoryAnnouncements announcements;

  public InMemoryExecutions() {
    this(Announcing.NOTHING, new InMemoryAnnouncements());
  }

  public InMemoryExecutions(Announcing announcing, InMemoryAnnouncements announcements) {
    this.announcing = announcing;
    this.announcements = announcements;
  }

  /** The process that holds executions has died: from now on another one calls. */
  public void holderDied() {
    held.clear();
  }

  @Override
  public Execution start(Execution execution) {
    Execution earlier = executions.putIfAbsent(execution.id(), execution);
    if (earlier == null) {
      hold(execution);
    }
    return earlier == null ? execution : earlier;
  }

  @Override
  public boolean claim(ExecutionId id) {
    boolean claimed =
        find(id).filter(Execution::unfinished).filter(found -> found.heldBy() == null).isPresent();
    if (claimed) {
      held.add(id);
    }
    return claimed;
  }

  private void hold(Execution execution) {
    if (execution.heldBy() == null) {
      held.add(execution.id());
    }
  }

  @Override
  public void release(ExecutionId id) {
    held.remove(id);
  }

  @Override
  public void save(Execution execution) {
    Execution saved =
        executions.compute(
            execution.id(),
            (_, before) ->
                before != null && before.heldBy() != null
                    ? before
                    : announced(
                        before, before == null ? execution : execution.forgettingAs(before)));
    if (saved.heldBy() != null) {
      throw new TakenOverException(execution.id());
    }
    if (!execution.unfinished()) {
      held.remove(execution.id());
    }
  }

  @Override
  public Execution change(ExecutionId id, ExecutionArn holder, UnaryOperator<Execution> change) {
    Execution changed =
        executions.computeIfPresent(
            id,
            (_, before) ->
                holder.equals(before.heldBy()) ? announced(before, change.apply(before)) : before);
    if (changed == null || !holder.equals(changed.heldBy())) {
      throw new TakenOverException(id);
    }
    return changed;
  }

  private Execution announced(@Nullable Execution before, Execution after) {
    if (before != null) {
      announcing.of(before, after).ifPresent(announcements::add);
    }
    return after;
  }

  @Override
  public boolean redrive(Execution begun) {
    Execution failed = executions.get(begun.id());
    boolean redriven =
        failed != null
            && failed.status() == Status.FAILED
            && (failed.heldBy() == null || !failed.unfinished())
            && executions.replace(begun.id(), failed, begun);
    if (redriven) {
      hold(begun);
    }
    return redriven;
  }

  @Override
  public Optional<Execution> find(ExecutionId id) {
    return Optional.ofNullable(executions.get(id));
  }

  /** A place is {@code startedAt/id} of an execution. */
  @Override
  public Page list(Filter filter, @Nullable Cursor at, int limit) {
    List<Execution> all =
        executions.values().stream()
            .filter(filter::passes)
            .sorted(FIRST_STARTED_FIRST.reversed())
            .toList();
    if (at != null && at.back()) {
      List<Execution> before = all.stream().filter(each -> comesBefore(at, each)).toList();
      int from = before.size() - limit;
      return from <= 0 ? page(all, 0, limit) : page(all, from, limit);
    }
    List<Execution> rest = all.stream().filter(each -> at == null || comesAfter(each, at)).toList();
    return page(all, all.size() - rest.size(), limit);
  }

  private static Page page(List<Execution> all, int from, int limit) {
    List<Execution> page = all.subList(from, Math.min(all.size(), from + limit));
    boolean last = from + limit >= all.size();
    return new Page(
        page,
        last ? null : Cursor.after(place(page.getLast())),
        from == 0 || page.isEmpty() ? null : Cursor.before(place(page.getFirst())));
  }

  @Override
  public Total count(Filter filter, int most) {
    long number = executions.values().stream().filter(filter::passes).count();
    return new Total(Math.min(number, most), number > most);
  }

  @Override
  public Page startedBefore(Instant moment, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one execution");
    }
    List<Execution> rest =
        executions.values().stream()
            .filter(execution -> execution.startedAt().isBefore(moment))
            .sorted(FIRST_STARTED_FIRST)
            .dropWhile(execution -> after != null && !comesBefore(after, execution))
            .toList();
    return rest.size() <= limit
        ? new Page(rest, null)
        : new Page(rest.subList(0, limit), cursor(rest.get(limit - 1)));
  }

  @Override
  public List<ExecutionId> unfinished() {
    return executions.values().stream()
        .filter(execution -> execution.unfinished() && execution.heldBy() == null)
        .filter(execution -> !held.contains(execution.id()))
        .sorted(FIRST_STARTED_FIRST)
        .map(Execution::id)
        .toList();
  }

  @Override
  public List<Execution> heldByStateMachines() {
    return executions.values().stream()
        .filter(execution -> execution.unfinished() && execution.heldBy() != null)
        .sorted(FIRST_STARTED_FIRST)
        .toList();
  }

  @Override
  public void delete(ExecutionId id) {
    executions.remove(id);
    held.remove(id);
  }

  @Override
  public int forgetFace(FaceId face) {
    List<Execution> telling =
        executions.values().stream().filter(each -> each.forgetting(face) != each).toList();
    telling.forEach(
        each -> executions.computeIfPresent(each.id(), (_, now) -> now.forgetting(face)));
    return telling.size();
  }

  /** All of them, the first started first. */
  public List<Execution> all() {
    return executions.values().stream().sorted(FIRST_STARTED_FIRST).toList();
  }

  private static boolean comesAfter(Execution execution, Cursor cursor) {
    return compare(execution, cursor) < 0;
  }

  private static int compare(Execution execution, Cursor cursor) {
    String[] parts = cursor.place().split("/", -1);
    int time = execution.startedAt().compareTo(Instant.parse(parts[0]));
    return time != 0 ? time : execution.id().value().compareTo(UUID.fromString(parts[1]));
  }

  private static String place(Execution execution) {
    return execution.startedAt() + "/" + execution.id();
  }

  private static boolean comesBefore(Cursor cursor, Execution execution) {
    return compare(execution, cursor) > 0;
  }

  private static Cursor cursor(Execution last) {
    return Cursor.after(place(last));
  }
}
