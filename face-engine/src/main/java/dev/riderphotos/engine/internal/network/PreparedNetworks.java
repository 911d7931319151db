package dev.riderphotos.engine.internal.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.natives.KeptLibrary;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Networks as ONNX Runtime has made them ready for this machine, kept from one start to the next in
 * the folder of {@link KeptLibrary}, with its native library beside them. It is all made again
 * where it is missing, damaged or of another engine, and a folder that cannot be written to is done
 * without.
 *
 * <p>The folder must be as safe as the jar: what is in it is run. Checksums find damage, not
 * malice.
 */
final class PreparedNetworks {
  private static final Logger LOG = System.getLogger(PreparedNetworks.class.getName());
  private static final String LIBRARY_FOLDER = "onnxruntime.native.path";
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private final Path folder;
  private final String key;

  /**
   * @param key of everything that decides what a prepared network is: the engine, ONNX Runtime and
   *     the processor
   */
  PreparedNetworks(Path folder, String key) {
    this.folder = folder;
    this.key = key;
  }

  /** As the system property says; null if there is none, or no telling what the key would be. */
  static @Nullable PreparedNetworks ofProcess() {
    Path folder = KeptLibrary.folder().orElse(null);
    if (folder == null || !Files.isReadable(PROCESSOR)) {
      return null;
    }
    try {
      Path made = Files.createDirectories(folder);
      Optional<JarURLConnection> engine = jar(PreparedNetworks.class.getResource(ownName()));
      Optional<JarURLConnection> runtime = jar(library("libonnxruntime.so"));
      if (engine.isEmpty() || runtime.isEmpty()) {
        return null;
      }
      useLibrary(made.resolve(Long.toHexString(runtime.get().getJarEntry().getCrc())));
      String parts = contents(engine.get()) + contents(runtime.get()) + processor();
      return new PreparedNetworks(made, hash(parts));
    } catch (IOException unusable) {
      LOG.log(Level.WARNING, "Prepared networks cannot be kept in " + folder, unusable);
      return null;
    }
  }

  /** Loads from bytes; where a path is given, puts the prepared form of them there. */
  interface Loading {
    Network load(ByteBuffer model, boolean prepared, @Nullable Path keep) throws IOException;
  }

  /** Makes the bytes of a network that is not prepared. */
  interface Making {
    ByteBuffer model(Arena memory) throws IOException;
  }

  /** A network by its name: as it is kept, or made by the way and then kept. */
  Network network(String name, Making making, Loading loading) throws IOException {
    Path kept = find(name);
    if (kept != null) {
      try {
        return loading.load(map(kept, Arena.ofAuto()), true, null);
      } catch (IOException damaged) {
        LOG.log(Level.DEBUG, "A prepared network is made anew", damaged);
      }
    }
    try (Arena memory = Arena.ofShared()) {
      return keeping(name, making.model(memory), loading);
    }
  }

  private Network keeping(String name, ByteBuffer model, Loading loading) throws IOException {
    Path made;
    try {
      made = Files.createTempFile(folder, name, ".tmp");
    } catch (IOException readOnly) {
      return loading.load(model, false, null);
    }
    try {
      Network network = loading.load(model, false, made);
      keep(name, made);
      return network;
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /** Numbers by their name: as they are kept, or made by the way and then kept. */
  float[] numbers(String name, Networks.Numbers making) throws IOException {
    Path kept = find(name);
    if (kept != null) {
      try (Arena memory = Arena.ofConfined()) {
        ByteBuffer bytes = map(kept, memory);
        float[] numbers = new float[bytes.remaining() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
        return numbers;
      } catch (IOException damaged) {
        LOG.log(Level.DEBUG, "Prepared numbers are made anew", damaged);
      }
    }
    float[] numbers = making.make();
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    keep(name, bytes.array());
    return numbers;
  }

  private void keep(String name, byte[] bytes) {
    try {
      Path made = Files.createTempFile(folder, name, ".tmp");
      Files.write(made, bytes);
      keep(name, made);
    } catch (IOException full) {
      LOG.log(Level.DEBUG, "What was prepared is not kept", full);
    }
  }

  /** The checksum is a part of the name; what was kept of other engines goes. */
  private void keep(String name, Path made) {
    try (Arena memory = Arena.ofConfined()) {
      String checksum = checksum(mapAll(made, memory));
      for (Path old : files(file -> file.startsWith(name + "."))) {
        Files.delete(old);
      }
      Path kept = folder.resolve(String.join(".", name, key, checksum));
      Path _ = Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException full) {
      LOG.log(Level.DEBUG, "What was prepared is not kept", full);
    }
  }

  private @Nullable Path find(String name) throws IOException {
    List<Path> found = files(file -> file.startsWith(name + "." + key + "."));
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<Path> files(Predicate<String> named) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> named.test(String.valueOf(file.getFileName()))).toList();
    }
  }

  private static ByteBuffer map(Path kept, Arena memory) throws IOException {
    ByteBuffer bytes = mapAll(kept, memory);
    if (!kept.toString().endsWith("." + checksum(bytes))) {
      throw new IOException(kept + " is damaged");
    }
    return bytes;
  }

  private static ByteBuffer mapAll(Path file, Arena memory) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), memory).asByteBuffer();
    }
  }

  private static String checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    return Long.toHexString(checksum.getValue());
  }

  /**
   * Keeps ONNX Runtime's library where it loads it from: it would be unpacked at each start, all 24
   * MB of it.
   */
  private static void useLibrary(Path folder) throws IOException {
    if (System.getProperty(LIBRARY_FOLDER) != null) {
      return;
    }
    for (String name : List.of("libonnxruntime.so", "libonnxruntime4j_jni.so")) {
      Path _ =
          KeptLibrary.keep(library(name), folder)
              .orElseThrow(() -> new IOException(name + " is not there"));
    }
    System.setProperty(LIBRARY_FOLDER, folder.toAbsolutePath().toString());
  }

  private static @Nullable URL library(String name) {
    String processor = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x64";
    return PreparedNetworks.class.getResource(
        "/ai/onnxruntime/native/linux-" + processor + "/" + name);
  }

  private static String ownName() {
    return PreparedNetworks.class.getSimpleName() + ".class";
  }

  private static Optional<JarURLConnection> jar(@Nullable URL resource) throws IOException {
    return resource != null && resource.openConnection() instanceof JarURLConnection jar
        ? Optional.of(jar)
        : Optional.empty();
  }

  /** Checksums of all that is in a jar. */
  private static String contents(JarURLConnection jar) throws IOException {
    return jar.getJarFile().stream()
        .map(entry -> entry.getName() + entry.getCrc())
        .collect(Collectors.joining("\n"));
  }

  /** What the first processor is and can do, without what changes from moment to moment. */
  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .takeWhile(line -> !line.isBlank())
          .filter(line -> line.startsWith("model name") || line.matches("(flags|Features)\\b.*"))
          .collect(Collectors.joining("\n"));
    }
  }

  private static String hash(String text) {
    CRC32C hash = new CRC32C();
    hash.update(text.getBytes(UTF_8));
    return Long.toHexString(hash.getValue());
  }
}
