package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.engine.FaceVectors.Neighbour;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The search on one thread, against a plain float loop over the same numbers. Strangers lie as far
 * from each other as strangers do, so nothing is found.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx384m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"})
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class SearchBench {
  /** As a share of how far two strangers are from each other. */
  private static final double MAX_DISTANCE = 0.55;

  @Param({"1000", "10000", "100000"})
  private int faces;

  /** The numbers of a descriptor: of a built-in model, and of one with a pack. */
  @Param({"128", "640"})
  private int length;

  private FaceVectors vectors;
  private float[] rows;
  private float[] query;

  @Setup(Level.Trial)
  public void fill() {
    Random random = new Random(1);
    vectors = new FaceVectors(length, new VectorDistance(), _ -> {});
    rows = new float[faces * length];
    for (int face = 0; face < faces; face++) {
      float[] descriptor = stranger(random);
      vectors.add(face, descriptor);
      System.arraycopy(descriptor, 0, rows, face * length, length);
    }
    query = stranger(random);
  }

  @Benchmark
  public List<Neighbour> search() {
    return vectors.within(MAX_DISTANCE, query);
  }

  @Benchmark
  public int plainLoop() {
    int found = 0;
    for (int row = 0; row < rows.length; row += length) {
      float sum = 0;
      for (int i = 0; i < length; i++) {
        float difference = rows[row + i] - query[i];
        sum += difference * difference;
      }
      if (sum <= MAX_DISTANCE * MAX_DISTANCE) {
        found++;
      }
    }
    return found;
  }

  /** Two of them are 0.85 apart, as two strangers' descriptors are. */
  private float[] stranger(Random random) {
    float[] descriptor = new float[length];
    for (int i = 0; i < length; i++) {
      descriptor[i] = (float) (random.nextGaussian() * 0.6 / Math.sqrt(length));
    }
    return descriptor;
  }
}
