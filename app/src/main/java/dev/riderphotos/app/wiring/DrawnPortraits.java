package dev.riderphotos.app.wiring;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.web.verification.SamplePortraits;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All the people with names, beginning with any of them, for these are sure to be told apart; then
 * a crowd without end.
 */
@Singleton
final class DrawnPortraits implements SamplePortraits {
  private static final int NAMED = Person.named().size();

  private final int first = ThreadLocalRandom.current().nextInt(NAMED);
  private final AtomicInteger drawn = new AtomicInteger();

  @Override
  public byte[] next() {
    int number = drawn.getAndIncrement();
    return Portrait.of(Person.numbered(number < NAMED ? (first + number) % NAMED : number)).jpeg();
  }
}
