package dev.riderphotos.testkit;

import static java.util.Comparator.comparing;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Kind;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps cases as long as it lives. */
public final class InMemoryCases implements Cases {
  private static final Comparator<Case> OLDEST_FIRST =
      comparing(Case::openedAt).thenComparing(each -> each.id().toString());

  private final Map<CaseId, Case> cases = new LinkedHashMap<>();
  private final Announcing announcing;
  private final InMemoryAnnouncements announcements;

  public InMemoryCases() {
    this(Announcing.NOTHING, new InMemoryAnnouncements());
  }

  public InMemoryCases(Announcing announcing, InMemoryAnnouncements announcements) {
    this.announcing = announcing;
    this.announcements = announcements;
  }

  @Override
  public synchronized Case open(Case fresh) {
    Case present = cases.get(fresh.id());
    return present != null ? present : unclosed(fresh.subject()).orElseGet(() -> put(fresh));
  }

  private Optional<Case> unclosed(String subject) {
    return cases.values().stream()
        .filter(each -> each.state() != CaseState.CLOSED && each.subject().equals(subject))
        .findFirst();
  }

  private Case put(Case written) {
    cases.put(written.id(), written);
    return written;
  }

  @Override
  public synchronized Optional<Case> find(CaseId id) {
    return Optional.ofNullable(cases.get(id));
  }

  @Override
  public synchronized Page list(Filter filter, @Nullable Cursor after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one case");
    }
    List<Case> found =
        sorted().filter(filter::passes).filter(each -> isAfter(each, after)).toList();
    List<Case> page = found.stream().limit(limit).toList();
    return new Page(page, found.size() > limit ? new Cursor(place(page.getLast())) : null);
  }

  private static boolean isAfter(Case each, @Nullable Cursor after) {
    return after == null || place(each).compareTo(after.value()) > 0;
  }

  private static String place(Case each) {
    return "%020d.%09d.%s"
        .formatted(each.openedAt().getEpochSecond(), each.openedAt().getNano(), each.id());
  }

  @Override
  public synchronized List<Case> of(RiderId rider) {
    return sorted().filter(each -> each.riders().contains(rider)).toList();
  }

  @Override
  public synchronized List<Case> due(Instant now, int limit) {
    return cases.values().stream()
        .filter(each -> each.due() != null && !each.due().isAfter(now))
        .sorted(comparing(Case::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Case> change(CaseId id, UnaryOperator<Case> change) {
    return find(id).map(before -> announced(before, change.apply(before)));
  }

  private Case announced(Case before, Case next) {
    announcing.of(before, next).forEach(announcements::add);
    return put(next);
  }

  @Override
  public synchronized void delete(CaseId id) {
    cases.remove(id);
  }

  @Override
  public synchronized Backlog backlog() {
    List<Case> open = sorted().filter(Filter.OPEN::passes).toList();
    Map<Kind, Long> counts =
        open.stream().collect(Collectors.groupingBy(Case::kind, Collectors.counting()));
    return new Backlog(counts, open.isEmpty() ? null : open.getFirst().openedAt());
  }

  /** All of them, the first opened first. */
  public synchronized List<Case> all() {
    return sorted().toList();
  }

  private Stream<Case> sorted() {
    return cases.values().stream().sorted(OLDEST_FIRST);
  }
}
