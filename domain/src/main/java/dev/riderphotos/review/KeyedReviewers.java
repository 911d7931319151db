package dev.riderphotos.review;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.KeyId;

/** Reviewers are known by their keys; who is known by none, as in a demo, may always decide. */
public final class KeyedReviewers implements Reviewers {
  private final ApiKeys keys;

  public KeyedReviewers(ApiKeys keys) {
    this.keys = keys;
  }

  /** The reviewer who decides with this key. */
  public static Reviewer of(KeyId key) {
    return new Reviewer(key.value());
  }

  @Override
  public boolean mayReview(Reviewer reviewer) {
    return !reviewer.value().matches("[0-9a-f]{12}")
        || keys.find(new KeyId(reviewer.value())).isPresent();
  }

  @Override
  public boolean several() {
    return keys.list().stream().filter(key -> key.signsIn()).count() > 1;
  }
}
