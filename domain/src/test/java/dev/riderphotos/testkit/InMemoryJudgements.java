package dev.riderphotos.testkit;

import dev.riderphotos.review.Judgement;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.rider.RiderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps judgements as long as it lives. */
public final class InMemoryJudgements implements Judgements {
  private final Map<String, Judgement> judgements = new LinkedHashMap<>();

  @Override
  public synchronized void add(Judgement judgement) {
    judgements.putIfAbsent(judgement.key(), judgement);
  }

  @Override
  public synchronized void remove(Judgement judgement) {
    judgements.remove(judgement.key());
  }

  @Override
  public synchronized List<Judgement> of(RiderId rider) {
    return judgements.values().stream().filter(each -> each.riders().contains(rider)).toList();
  }

  @Override
  public synchronized void forget(RiderId rider) {
    judgements.values().removeIf(each -> each.riders().contains(rider));
  }

  /** All of them. */
  public synchronized List<Judgement> all() {
    return List.copyOf(judgements.values());
  }
}
