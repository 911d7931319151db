package dev.riderphotos.engine;

import static java.nio.ByteOrder.nativeOrder;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One face in a picture of 1200 x 800 pixels, on one thread: the stages, then the whole. The
 * picture is drawn, and then it is what a photograph has besides: noise and texture everywhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class EngineBench {
  @Param({"drawing", "photograph"})
  public String picture = "";

  private Networks networks;
  private FaceDetector detector;
  private FaceDetector quickDetector;
  private LandmarkFinder finder;
  private Describer libraryDescriber;
  private Describer mirroringDescriber;
  private FaceEngine engine;

  private RgbImage image;
  private Crop crop;
  private Landmarks landmarks;
  private AlignedFace aligned;
  private FloatBuffer input;

  @Setup(Level.Trial)
  public void open() throws IOException {
    networks = new Networks(FaceEngine::packedFile);
    detector = FaceDetector.load(networks, DetectorPrecision.FLOAT);
    quickDetector = FaceDetector.load(networks, DetectorPrecision.INT8);
    finder = LandmarkFinder.load(networks);
    libraryDescriber = Describer.load(FaceModel.of(BaseModel.FACEAPI_1), networks);
    mirroringDescriber = Describer.load(FaceModel.of(BaseModel.FACEAPI_2), networks);
    engine = FaceEngine.open(BaseModel.FACEAPI_2);
    Portrait portrait = Portrait.of(Person.ADA).size(1200, 800);
    image =
        picture.equals("drawing")
            ? Pictures.of(portrait.draw())
            : Pictures.ofJpeg(Photograph.jpeg(portrait, Photograph.LITTLE_COMPRESSION));
    input =
        ByteBuffer.allocateDirect(3 * 512 * 512 * Float.BYTES).order(nativeOrder()).asFloatBuffer();
    crop = Crop.of(detector.detect(image, FaceDetector.NO_LIMIT).getFirst().box(), image);
    landmarks = finder.find(image, crop, new Point(crop.x(), crop.y()));
    aligned = AlignedFace.of(image, crop, landmarks);
  }

  @TearDown(Level.Trial)
  public void close() {
    engine.close();
    networks.close();
  }

  @Benchmark
  public FloatBuffer resizeForDetection() {
    InputPlanes planes = new InputPlanes(input, 0, 512, Normalisation.CENTRED);
    LibraryResize.cornered(image, Crop.whole(image), planes);
    return input;
  }

  @Benchmark
  public List<Detection> detection() {
    return detector.detect(image, FaceDetector.NO_LIMIT);
  }

  @Benchmark
  public List<Detection> detectionWith8Bits() {
    return quickDetector.detect(image, FaceDetector.NO_LIMIT);
  }

  @Benchmark
  public Landmarks landmarks() {
    return finder.find(image, crop, new Point(crop.x(), crop.y()));
  }

  @Benchmark
  public Landmarks secondLandmarkPass() {
    return finder.refine(image, landmarks);
  }

  @Benchmark
  public AlignedFace alignment() {
    return AlignedFace.of(image, crop, landmarks);
  }

  @Benchmark
  public Sunglasses sunglasses() {
    return SunglassesRule.judge(image, landmarks);
  }

  @Benchmark
  public Descriptor descriptorOfFaceapi1() {
    return libraryDescriber.describe(aligned);
  }

  @Benchmark
  public Descriptor descriptorOfFaceapi2() {
    return mirroringDescriber.describe(aligned);
  }

  @Benchmark
  public List<Face> analysis() {
    return engine.analyse(image);
  }
}
