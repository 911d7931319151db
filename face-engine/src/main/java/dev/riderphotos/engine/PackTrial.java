package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackFile;
import dev.riderphotos.engine.model.PackRefusedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Loads a stranger's pack and runs each of its networks, in a process of its own, which may take 30
 * seconds, and on Linux a gigabyte: what computes for ever, takes all memory or kills the process
 * harms nobody else.
 */
public final class PackTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of addresses, in KiB: a gigabyte, and what a JVM reserves and does not use. */
  private static final long MEMORY = 2_600L << 10;

  /** Of all processors together, in seconds: also when nobody is there any more who waits. */
  private static final int COMPUTING = 600;

  private static final String LIMITS = "ulimit -v %d; ulimit -t %d".formatted(MEMORY, COMPUTING);
  private static final int REFUSED = 2;

  private PackTrial() {}

  /**
   * Tries a pack whose files {@link ModelPack#check} has looked at.
   *
   * @throws PackRefusedException when it cannot be loaded or run, with a sentence
   * @throws IOException when no process can be started
   */
  public static void of(ModelPack pack) throws IOException {
    Path said = Files.createTempFile("rider-photos-trial", ".txt");
    try {
      Process process = start(pack.folder(), said);
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        int _ = process.destroyForcibly().waitFor();
        throw new PackRefusedException("A trial of its networks took longer than 30 seconds.");
      }
      judge(process.exitValue(), Files.readString(said));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("The trial was interrupted", interrupted);
    } finally {
      Files.delete(said);
    }
  }

  /** The process itself: loads and runs all networks of the folder that is its argument. */
  public static void main(String[] arguments) {
    try {
      run(ModelPack.read(Path.of(arguments[0])));
    } catch (IOException | RuntimeException refused) {
      System.out.print(String.valueOf(refused.getMessage()));
      System.exit(REFUSED);
    }
  }

  /**
   * Two pictures each: noise, and one of one colour, which leaves some networks without a number.
   */
  static void run(ModelPack pack) throws IOException {
    try (Networks networks = new Networks(FaceEngine::packedFile)) {
      for (PackFile file : pack.manifest().files()) {
        PictureNetwork network = PictureNetwork.load(pack, file, networks);
        float[] _ = network.run(noise(file.input().size()));
        float[] _ = network.run(plain(file.input().size()));
      }
    }
  }

  private static Process start(Path folder, Path said) throws IOException {
    Process process =
        new ProcessBuilder(limited(java(folder)))
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(said.toFile())
            .start();
    process.getOutputStream().close();
    return process;
  }

  private static List<String> java(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:CompressedClassSpaceSize=64m",
        "-XX:ReservedCodeCacheSize=32m",
        "-XX:-CreateCoredumpOnCrash",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        PackTrial.class.getName(),
        folder.toAbsolutePath().toString());
  }

  /** Where there is no such limit, time alone is limited. */
  private static List<String> limited(List<String> command) {
    if (!System.getProperty("os.name", "").startsWith("Linux")
        || !new File("/bin/sh").canExecute()) {
      return command;
    }
    List<String> limited =
        new ArrayList<>(List.of("/bin/sh", "-c", LIMITS + "; exec \"$@\"", "sh"));
    limited.addAll(command);
    return limited;
  }

  private static void judge(int exit, String said) throws PackRefusedException {
    if (exit == REFUSED && !said.isBlank()) {
      throw new PackRefusedException("Its networks cannot be run: " + said.strip());
    }
    if (exit != 0) {
      throw new PackRefusedException(
          ("A trial of its networks ended with exit code %d: they need too much memory, or ONNX"
                  + " Runtime cannot run them.")
              .formatted(exit));
    }
  }

  private static Patch noise(int size) {
    SplittableRandom random = new SplittableRandom(1);
    Patch patch = new Patch(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        patch.set(x, y, random.nextInt(256), random.nextInt(256), random.nextInt(256));
      }
    }
    return patch;
  }

  private static Patch plain(int size) {
    Patch patch = new Patch(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        patch.set(x, y, 127, 127, 127);
      }
    }
    return patch;
  }
}
