package dev.riderphotos.embedded.vector;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The search for the three nearest on one thread, against what it takes only to add up the bytes of
 * the compact copies. Strangers lie as far from each other as strangers do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx160m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"})
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class SearchBench {
  /** Of a similarity of 70. */
  private static final double MAX_DISTANCE = 0.55;

  private static final int MATCHES = 3;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

  @Param({"1000", "10000", "100000", "1000000"})
  private int faces;

  /** The numbers of a descriptor: of a built-in model, and of one with a pack. */
  @Param({"128", "640"})
  private int length;

  private Path folder;
  private BlockLayout layout;
  private BlockPlace place;
  private List<MemorySegment> blocks;
  private MappedVectors vectors;
  private float[] query;

  @Setup(Level.Trial)
  public void fill() throws IOException {
    folder = Files.createTempDirectory("bench");
    layout = new BlockLayout(length);
    place = new VectorFile(folder.resolve("vectors"), "strangers", layout, 0);
    vectors =
        new MappedVectors(
            layout, place, new Strangers(), faces, Search.Engine::fastest, Integer.MAX_VALUE);
    vectors.prepare();
    blocks = new ArrayList<>();
    for (int block = 0; block < BlockLayout.blocks(faces); block++) {
      blocks.add(place.map(block));
    }
    query = stranger(faces);
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    place.erase();
    Files.delete(folder);
  }

  @Benchmark
  public List<Neighbour> search() {
    return vectors.nearest(query, MAX_DISTANCE, MATCHES, null);
  }

  @Benchmark
  public int sumOfBytes() {
    return blocks.stream().mapToInt(this::sum).sum();
  }

  private int sum(MemorySegment block) {
    ShortVector sum = ShortVector.zero(SHORTS);
    for (long at = layout.group(0); at < layout.group(BlockLayout.GROUPS); at += BYTES.length()) {
      sum =
          sum.add(
              ByteVector.fromMemorySegment(BYTES, block, at, ByteOrder.nativeOrder())
                  .convertShape(VectorOperators.B2S, SHORTS, 0));
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  /** Each is always the same. */
  private final class Strangers implements VectorSource {
    @Override
    public int size() {
      return faces;
    }

    @Override
    public OptionalLong generation(int block) {
      return OptionalLong.of(1);
    }

    @Override
    public OptionalLong read(int block, EachRow each) {
      int first = VectorChange.firstOf(block);
      for (int row = first; row < Math.min(faces, VectorChange.firstOf(block + 1)); row++) {
        each.accept(row, row + 1L, stranger(row));
      }
      return generation(block);
    }
  }

  /** Two of them are 0.85 apart, as two strangers' descriptors are. */
  private float[] stranger(int seed) {
    Random random = new Random(seed);
    float[] descriptor = new float[length];
    for (int i = 0; i < length; i++) {
      descriptor[i] = (float) (random.nextGaussian() * 0.6 / Math.sqrt(length));
    }
    return descriptor;
  }
}
