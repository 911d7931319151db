package dev.riderphotos.embedded;

import dev.riderphotos.embedded.engine.EngineFaceDetector;
import dev.riderphotos.engine.DetectorPrecision;
import dev.riderphotos.engine.FaceEngine;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.imaging.ImageIoPhotoOpener;
import dev.riderphotos.imaging.JpegDecoder;
import dev.riderphotos.imaging.ThumbnailatorThumbnailer;
import dev.riderphotos.jpegturbo.TurboJpeg;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Photograph;
import dev.riderphotos.portraits.Portrait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Does with one photo what others do, and has them do it, in turns: a thumbnail with its decode,
 * and all that is to be known of its faces. Prints medians and how many times ours they are. {@code
 * bench/compare} runs it.
 */
public final class Comparison {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 15;
  private static final int THUMBNAIL = 250;

  private final List<Contender> contenders = new ArrayList<>();
  private final Path photo;
  private final int rounds;

  private Comparison(Path photo, int rounds) {
    this.photo = photo;
    this.rounds = rounds;
  }

  /** Somebody who says how many milliseconds it took, and what for. */
  private static final class Contender {
    private final String work;
    private final String name;
    private final ToDoubleFunction<Path> turn;
    private final List<Double> taken = new ArrayList<>();

    private Contender(String work, String name, ToDoubleFunction<Path> turn) {
      this.work = work;
      this.name = name;
      this.turn = turn;
    }

    private double median() {
      return taken.stream().sorted().skip(taken.size() / 2).findFirst().orElseThrow();
    }
  }

  /**
   * @param arguments a photo's path, if any, and {@code --rounds} with a number
   */
  public static void main(String[] arguments) throws IOException {
    List<String> given = new ArrayList<>(Arrays.asList(arguments));
    int rounds = ROUNDS;
    int option = given.indexOf("--rounds");
    if (option >= 0) {
      rounds = Integer.parseInt(given.remove(option + 1));
      String _ = given.remove(option);
    }
    Path photo = given.isEmpty() ? drawn() : Path.of(given.getFirst());
    FaceModel model = FaceModel.of(BaseModel.FACEAPI_2);
    try (FaceEngine engine = FaceEngine.open(model);
        FaceEngine bytes = FaceEngine.open(model, DetectorPrecision.INT8)) {
      new Comparison(photo, rounds).run(engine, bytes);
    } finally {
      if (given.isEmpty()) {
        Files.delete(photo);
      }
    }
  }

  private static Path drawn() throws IOException {
    Portrait portrait = Portrait.of(Person.ADA).size(1200, 800);
    return Files.write(
        Files.createTempFile("compared", ".jpg"),
        Photograph.jpeg(portrait, Photograph.LITTLE_COMPRESSION));
  }

  private void run(FaceEngine engine, FaceEngine bytes) {
    Optional<JpegDecoder> decoder = decoder();
    ImageIoPhotoOpener opener =
        new ImageIoPhotoOpener(ImageIoPhotoOpener.LEAST_MEMORY, () -> decoder);
    addThumbnail(opener);
    addFaces("ours", opener, engine);
    addFaces("ours, detector in 8 bits", opener, bytes);
    addOthers();
    for (int round = 0; round < WARM_UP + rounds; round++) {
      for (Contender contender : contenders) {
        double milliseconds = contender.turn.applyAsDouble(photo);
        if (round >= WARM_UP) {
          contender.taken.add(milliseconds);
        }
      }
    }
    print(System.out);
  }

  private void addThumbnail(ImageIoPhotoOpener opener) {
    ThumbnailatorThumbnailer thumbnailer = new ThumbnailatorThumbnailer();
    add(
        "thumbnail",
        "ours",
        timed(
            bytes -> {
              try (Picture picture = open(opener, bytes, Thumbnailer.enough(THUMBNAIL))) {
                Photo _ = thumbnailer.thumbnail(picture, THUMBNAIL);
              }
            }));
  }

  private void addFaces(String name, ImageIoPhotoOpener opener, FaceEngine engine) {
    EngineFaceDetector detector = new EngineFaceDetector(_ -> engine, engine::model);
    add(
        "faces",
        name,
        timed(
            bytes -> {
              try (Picture picture = open(opener, bytes, detector.enough())) {
                var _ = detector.detect(picture, null);
              }
            }));
  }

  /** The native one where it can be loaded, as in use. */
  private static Optional<JpegDecoder> decoder() {
    try {
      return Optional.of(TurboJpeg.load());
    } catch (IOException absent) {
      System.err.println(absent.getMessage());
      return Optional.empty();
    }
  }

  private static Picture open(ImageIoPhotoOpener opener, byte[] bytes, int enough) {
    return ((Decoded) opener.open(Photo.of(bytes), enough)).picture();
  }

  private interface Work {
    void on(byte[] bytes);
  }

  private static ToDoubleFunction<Path> timed(Work work) {
    return path -> {
      byte[] bytes = read(path);
      long began = System.nanoTime();
      work.on(bytes);
      return (System.nanoTime() - began) / 1e6;
    };
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Who does not answer the first time is not installed. */
  private void addOthers() {
    addIfThere("thumbnail", "sharp", answering("node", "bench/sharp.cjs"));
    addIfThere("thumbnail", "vipsthumbnail, a process each", Comparison::vipsthumbnail);
    addIfThere("faces", "face-api, wasm", answering("node", "bench/face-api.cjs"));
    addIfThere("faces", "face_recognition (dlib)", answering("python3", "bench/dlib.py"));
  }

  private void addIfThere(String work, String name, ToDoubleFunction<Path> turn) {
    try {
      double _ = turn.applyAsDouble(photo);
      add(work, name, turn);
    } catch (UncheckedIOException absent) {
      System.err.println(name + " is left out: it is not installed");
    }
  }

  private void add(String work, String name, ToDoubleFunction<Path> turn) {
    contenders.add(new Contender(work, name, turn));
  }

  /** A process that answers each path with milliseconds, and ends with this one. */
  private static ToDoubleFunction<Path> answering(String... command) {
    List<Conversation> one = new ArrayList<>();
    return path -> {
      try {
        if (one.isEmpty()) {
          one.add(Conversation.with(command));
        }
        return one.getFirst().ask(path);
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    };
  }

  private record Conversation(PrintStream in, BufferedReader out) {
    static Conversation with(String... command) throws IOException {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new Conversation(
          new PrintStream(process.getOutputStream(), true), process.inputReader());
    }

    /** What is no number is said beside the answer. */
    double ask(Path path) throws IOException {
      in.println(path);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("[0-9.]+")) {
          return Double.parseDouble(line);
        }
      }
      throw new IOException("No answer");
    }
  }

  private static double vipsthumbnail(Path path) {
    try {
      long began = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  "vipsthumbnail",
                  "--size",
                  "250x250",
                  "--smartcrop",
                  "centre",
                  "-o",
                  path.resolveSibling("vipsthumbnail.jpg").toString(),
                  path.toString())
              .start();
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("It ended with " + code);
      }
      return (System.nanoTime() - began) / 1e6;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ending);
    }
  }

  private void print(PrintStream out) {
    out.println("| work | who | median, ms | × ours |");
    out.println("| --- | --- | --- | --- |");
    for (Contender contender : contenders) {
      double ours = ours(contender.work).median();
      double median = contender.median();
      out.printf(
          "| %s | %s | %.1f | %.2f |%n", contender.work, contender.name, median, median / ours);
    }
  }

  private Contender ours(String work) {
    return contenders.stream()
        .filter(it -> it.work.equals(work) && it.name.equals("ours"))
        .findFirst()
        .orElseThrow();
  }
}
