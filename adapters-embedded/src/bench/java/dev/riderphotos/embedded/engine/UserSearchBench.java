package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.vector.Neighbour;
import dev.riderphotos.embedded.vector.VectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** The search for users on one thread: 30,000 of three or four faces, all strangers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx384m", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"})
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class UserSearchBench {
  private static final int USERS = 30_000;
  private static final int FACES = 100_000;
  private static final double MAX_DISTANCE = 0.55;
  private static final double SPREAD = 0.035;

  /** The numbers of a descriptor: of a built-in model, and of one with a pack. */
  @Param({"128", "640"})
  private int length;

  private UserMeans means;
  private float[] query;
  private List<float[]> faces;

  @Setup(Level.Trial)
  public void fill() throws IOException {
    Random random = new Random(1);
    DataFolder folder = DataFolder.open(Files.createTempDirectory("bench").resolve("data"));
    means = new UserMeans(length, SPREAD, VectorFiles.of(folder));
    for (int user = 0; user < USERS; user++) {
      means.put(user, photos(random, FACES / USERS + (user % 3 == 0 ? 1 : 0)));
    }
    query = photos(random, 1).getFirst();
    faces = photos(random, 100);
  }

  @Benchmark
  public List<Neighbour> byFace() {
    return means.near(query, MAX_DISTANCE);
  }

  @Benchmark
  public List<Neighbour> byUser() {
    return means.near(faces, MAX_DISTANCE);
  }

  /** What an association costs beside its rows, to a user with the most faces. */
  @Benchmark
  public void put() {
    means.put(USERS - 1, faces);
  }

  /** Of one person: people are 0.85 apart, and photos of a person about 0.26. */
  private List<float[]> photos(Random random, int many) {
    float[] person = vector(random, 0.57);
    return IntStream.range(0, many)
        .mapToObj(
            _ -> {
              float[] photo = vector(random, Math.sqrt(SPREAD));
              for (int i = 0; i < length; i++) {
                photo[i] += person[i];
              }
              return photo;
            })
        .toList();
  }

  private float[] vector(Random random, double size) {
    float[] vector = new float[length];
    for (int i = 0; i < length; i++) {
      vector[i] = (float) (random.nextGaussian() * size / Math.sqrt(length));
    }
    return vector;
  }
}
