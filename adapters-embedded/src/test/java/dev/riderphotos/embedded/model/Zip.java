package dev.riderphotos.embedded.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file, right or wrong, entry by entry; what is wrong with its bytes is done at the end. */
final class Zip {
  private static final int MEGABYTE = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);
  private UnaryOperator<byte[]> spoiled = UnaryOperator.identity();

  /** One of the files of a folder. */
  static Path of(Path folder, Path file) throws IOException {
    Zip zip = new Zip();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.sorted().toList()) {
        Zip _ = zip.file(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return zip.write(file);
  }

  Zip file(String name, byte[] content) {
    return entry(name, List.of(content));
  }

  Zip zeros(String name, int size) {
    byte[] megabyte = new byte[MEGABYTE];
    Stream<byte[]> whole = Stream.generate(() -> megabyte).limit(size / MEGABYTE);
    return entry(name, Stream.concat(whole, Stream.of(new byte[size % MEGABYTE])).toList());
  }

  Zip many(int count) {
    for (int i = 0; i < count; i++) {
      Zip _ = file(i + ".onnx", new byte[1]);
    }
    return this;
  }

  /** Calls an entry otherwise, by a name of the same length. */
  Zip renamed(String name, String other) {
    spoiled = all -> new String(all, ISO_8859_1).replace(name, other).getBytes(ISO_8859_1);
    return this;
  }

  /** Is no ZIP file but this. */
  Zip text(String content) {
    spoiled = _ -> content.getBytes(UTF_8);
    return this;
  }

  /** Lacks its end. */
  Zip cut(int less) {
    spoiled = all -> Arrays.copyOf(all, all.length - less);
    return this;
  }

  /** Has other bytes from here on, a few. */
  Zip changed(int at) {
    spoiled =
        all -> {
          byte[] changed = all.clone();
          Arrays.fill(changed, at, at + 16, (byte) 0xFF);
          return changed;
        };
    return this;
  }

  Path write(Path file) throws IOException {
    zip.finish();
    return Files.write(file, spoiled.apply(bytes.toByteArray()));
  }

  private Zip entry(String name, List<byte[]> parts) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      for (byte[] part : parts) {
        zip.write(part);
      }
      zip.closeEntry();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
