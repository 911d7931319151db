package dev.riderphotos.app.wiring;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.web.verification.SamplePortraits;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All the people with names, beginning with any of them, for these are sure to be told apart; then
 * a crowd without end.
 */
@Singleton
final class DrawnPortraits implements SamplePortraits {
  private static final int NAMED = Person.named().size();
  private static final int WIDTH = 240;
  private static final int HEIGHT = 300;
  private static final double FAR = 2.2;
  private static final double TOGETHER = 1.3;
  private static final double DARK = 0.32;

  private final int first = ThreadLocalRandom.current().nextInt(NAMED);
  private final AtomicInteger drawn = new AtomicInteger();
  private final Map<Example, byte[]> examples = new ConcurrentHashMap<>();

  @Override
  public byte[] next() {
    int number = drawn.getAndIncrement();
    return Portrait.of(Person.numbered(number < NAMED ? (first + number) % NAMED : number)).jpeg();
  }

  @Override
  public byte[] of(Example example) {
    return examples.computeIfAbsent(example, DrawnPortraits::draw).clone();
  }

  private static byte[] draw(Example example) {
    Portrait good = Portrait.of(Person.GRETA);
    Portrait shown =
        switch (example) {
          case GOOD -> good;
          case DARK -> good.lit(DARK);
          case FAR -> good.from(FAR);
          case SUNGLASSES -> good.wearingSunglasses();
          case TWO -> Portrait.together(Person.GRETA, Person.BORIS).from(TOGETHER);
        };
    return shown.size(WIDTH, HEIGHT).jpeg();
  }
}
