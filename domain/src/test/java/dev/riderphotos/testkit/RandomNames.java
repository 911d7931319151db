package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import java.util.stream.Stream;

/** Names by chance, the same ones whenever asked: for what must hold of every name. */
public final class RandomNames {
  private static final String TELLING = "./%\\+ :_-@b64AaZz09éß日😀\u0308\u00A0'\"";

  private RandomNames() {}

  /** Names of 1 to {@code maxBytes} bytes of UTF-8, without control characters. */
  public static Stream<String> of(int maxBytes) {
    Random random = new Random(20260101);
    return Stream.generate(() -> name(random, 1 + random.nextInt(maxBytes))).limit(2000);
  }

  private static String name(Random random, int maxBytes) {
    StringBuilder name = new StringBuilder();
    while (true) {
      String next = Character.toString(point(random));
      if ((name + next).getBytes(UTF_8).length > maxBytes) {
        return name.isEmpty() ? "x" : name.toString();
      }
      name.append(next);
    }
  }

  /** Half of them such as mean something somewhere. */
  private static int point(Random random) {
    if (random.nextBoolean()) {
      int[] telling = TELLING.codePoints().toArray();
      return telling[random.nextInt(telling.length)];
    }
    int point = random.nextInt(Character.MAX_CODE_POINT + 1);
    boolean writable =
        Character.isDefined(point)
            && !Character.isISOControl(point)
            && Character.getType(point) != Character.SURROGATE;
    return writable ? point : 'x';
  }
}
