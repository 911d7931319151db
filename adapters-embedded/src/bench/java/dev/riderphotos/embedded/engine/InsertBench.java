package dev.riderphotos.embedded.engine;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** A face is put into a collection, on the disk when it is done, without any search. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx384m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class InsertBench {
  private static final CollectionId RIDERS = new CollectionId("riders");
  private static final int AT_ONCE = 10_000;
  private static final FaceModel MODEL = FaceModel.of(BaseModel.FACEAPI_2);

  /** How many are there already. */
  @Param({"10000", "1000000"})
  private int faces;

  private final Random random = new Random(1);
  private Database database;
  private LoadedCollection collection;

  @Setup(Level.Trial)
  public void fill() throws IOException {
    DataFolder folder = DataFolder.open(Files.createTempDirectory("bench").resolve("data"));
    database = Database.open(folder);
    LoadedCollections collections =
        new LoadedCollections(database, Instant::now, VectorFiles.of(folder), _ -> MODEL);
    collection = collections.findOrCreate(RIDERS, MODEL);
    for (int there = 0; there < faces; there += AT_ONCE) {
      collection.insert(Stream.generate(this::stranger).limit(AT_ONCE).toList());
    }
    collections.prepare(Set.of(RIDERS));
  }

  @TearDown(Level.Trial)
  public void close() {
    database.close();
  }

  @Benchmark
  public int insert() {
    collection.insert(List.of(stranger()));
    return collection.size();
  }

  private DescribedFace stranger() {
    float[] descriptor = new float[MODEL.length()];
    for (int i = 0; i < descriptor.length; i++) {
      descriptor[i] = (float) (random.nextGaussian() * 0.6 / Math.sqrt(descriptor.length));
    }
    BoundingBox box = new BoundingBox(0.25, 0.25, 0.5, 0.5);
    IndexedFace face = new IndexedFace(new FaceId(anyId()), new ImageId(anyId()), null, box, 99);
    return new DescribedFace(face, descriptor);
  }

  private String anyId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
