package dev.riderphotos.engine.internal.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processor is able to do, as Linux tells it. */
public final class Processor {
  private static final Path TOLD = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** Whether it has instructions that multiply and add bytes: Intel's VNNI, on 256 or 512 bits. */
  public static boolean multipliesBytes() {
    return multipliesBytes(features());
  }

  static boolean multipliesBytes(Set<String> features) {
    return !Collections.disjoint(features, Set.of("avx512_vnni", "avx_vnni"));
  }

  /** Of the first processor; none where Linux does not tell. */
  private static Set<String> features() {
    try (Stream<String> lines = Files.lines(TOLD)) {
      return lines
          .filter(line -> line.matches("(flags|Features)\\b.*"))
          .limit(1)
          .flatMap(line -> Arrays.stream(line.split("[\\s:]+")))
          .collect(Collectors.toSet());
    } catch (IOException untold) {
      return Set.of();
    }
  }
}
