package dev.riderphotos.engine.testkit;

import dev.riderphotos.engine.model.Alignment;
import dev.riderphotos.engine.model.DuplicateLimits;
import dev.riderphotos.engine.model.NetworkInput;
import dev.riderphotos.engine.model.NetworkInput.Colours;
import dev.riderphotos.engine.model.NetworkInput.Layout;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.PackManifest.Base;
import dev.riderphotos.engine.model.PackNetwork;
import dev.riderphotos.engine.model.SignalNetwork;
import dev.riderphotos.engine.model.SimilarityCurve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small model pack, made when it is asked for: a network that projects 16 × 16 pixels of a face
 * on 32 directions, one that takes nobody for a photo of a photo, and one that takes every eye for
 * closed. What is different from the good one is made by the methods.
 */
public final class TestPack {
  public static final String NAME = "projection";
  public static final String VERSION = "1.0";
  public static final String MODEL = "faceapi-2+" + NAME + "@" + VERSION;
  public static final int OUTPUT = 32;
  public static final float WEIGHT = 0.2f;
  public static final String NETWORK = "projection.onnx";

  private static final int SIZE = 16;
  private static final int PIXELS = 3 * SIZE * SIZE;
  private static final NetworkInput PICTURE =
      new NetworkInput(SIZE, Layout.NCHW, Colours.RGB, List.of(127f, 127f, 127f), 1 / 128f);
  private static final NetworkInput EYE =
      new NetworkInput(SIZE, Layout.NHWC, Colours.GREY, List.of(0f), 1 / 256f);

  private byte[] network = projection(1);
  private String version = VERSION;

  private TestPack() {}

  public static TestPack good() {
    return new TestPack();
  }

  /** Describes by another projection, as another network would. */
  public TestPack seeded(long seed) {
    network = projection(seed);
    return this;
  }

  public TestPack version(String another) {
    version = another;
    return this;
  }

  /** Has this ONNX file in the place of the projection. */
  public TestPack network(byte[] onnx) {
    network = onnx.clone();
    return this;
  }

  /** Writes it into a new folder within. */
  public Path write(Path within) {
    try {
      Path folder = Files.createTempDirectory(within, NAME);
      Files.write(folder.resolve(NETWORK), network);
      Files.write(folder.resolve("live.onnx"), constant(PIXELS, 1, -1));
      Files.write(folder.resolve("eye.onnx"), constantOfEye());
      Files.write(folder.resolve("pack.json"), manifest().toJson());
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  public PackManifest manifest() {
    return new PackManifest(
        1,
        NAME,
        version,
        "our own tests",
        "Do with it as you like.",
        "Drawn at random.",
        Base.FACEAPI_2,
        List.of(
            new PackNetwork(
                NETWORK, sha256(network), PICTURE, Alignment.ARCFACE_112, OUTPUT, WEIGHT)),
        List.of(
            new SimilarityCurve.Point(0, 100),
            new SimilarityCurve.Point(0.5, 99),
            new SimilarityCurve.Point(0.6, 70),
            new SimilarityCurve.Point(1.2, 0)),
        List.of(new DuplicateLimits.Point(10, 0.6), new DuplicateLimits.Point(100_000, 0.45)),
        0.04,
        new PackManifest.Signals(
            new SignalNetwork(
                "live.onnx", sha256(constant(PIXELS, 1, -1)), PICTURE, 2.7f, 2, 0, 0.5f),
            new SignalNetwork("eye.onnx", sha256(constantOfEye()), EYE, 1.6f, 2, 1, 0.9f)));
  }

  /** Any number, always the same. */
  public static byte[] projection(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] directions = new float[PIXELS * OUTPUT];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (float) random.nextDouble(-1, 1);
    }
    return new OnnxModel()
        .input("picture", 1, 3, SIZE, SIZE)
        .node("Flatten", List.of("picture"), "flat")
        .floats("directions", new long[] {PIXELS, OUTPUT}, directions)
        .node("MatMul", List.of("flat", "directions"), "numbers")
        .output("numbers", 1, OUTPUT)
        .toBytes();
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] constantOfEye() {
    return constant(new long[] {1, SIZE, SIZE, 1}, SIZE * SIZE, -1, 1);
  }

  private static byte[] constant(int pixels, float... classes) {
    return constant(new long[] {1, 3, SIZE, SIZE}, pixels, classes);
  }

  private static byte[] constant(long[] shape, int pixels, float... classes) {
    return new OnnxModel()
        .input("picture", shape)
        .node("Flatten", List.of("picture"), "flat")
        .floats("nothing", new long[] {pixels, classes.length}, new float[pixels * classes.length])
        .node("MatMul", List.of("flat", "nothing"), "zeros")
        .floats("classes", new long[] {1, classes.length}, classes)
        .node("Add", List.of("zeros", "classes"), "scores")
        .output("scores", 1, classes.length)
        .toBytes();
  }
}
