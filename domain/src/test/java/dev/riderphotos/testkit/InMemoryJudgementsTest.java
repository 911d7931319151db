package dev.riderphotos.testkit;

import dev.riderphotos.review.Judgements;

class InMemoryJudgementsTest extends JudgementsContract {
  private final InMemoryJudgements judgements = new InMemoryJudgements();

  @Override
  protected Judgements judgements() {
    return judgements;
  }
}
