package dev.riderphotos.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An encoder or decoder that may be installed on this machine. Tests that want one are skipped
 * where it is not, and say so.
 */
final class Tool {
  /** libjpeg's, or libjpeg-turbo's or MozJPEG's, encoder. */
  static final Tool CJPEG = new Tool("jpeg", "cjpeg", "-version");

  static final Tool DJPEG = new Tool("jpeg", "djpeg", "-version");
  static final Tool CONVERT = new Tool("Version: ImageMagick", "convert", "-version");

  /** Node, with sharp where it finds it (NODE_PATH). */
  static final Tool SHARP = new Tool("sharp", "node", "-p", "require('sharp') && 'sharp'");

  private final String command;
  private final String sign;
  private final List<String> asked;

  /**
   * @param sign what it answers when it is the one meant
   * @param asked the command that asks it
   */
  private Tool(String sign, String command, String... asked) {
    this.command = command;
    this.sign = sign;
    this.asked = Stream.concat(Stream.of(command), Stream.of(asked)).toList();
  }

  /** Skips the test that calls this where the tool is not there. */
  void assume() {
    Assumptions.assumeTrue(installed(), command + " (" + sign + ") is not installed");
  }

  boolean installed() {
    try {
      Path answer = Files.createTempFile("answer", ".txt");
      try {
        Process process = started(asked, answer, true);
        return process.waitFor() == 0 && Files.readString(answer).contains(sign);
      } finally {
        Files.delete(answer);
      }
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs it on a file of this content, whose name stands last or where "{}" does. */
  byte[] run(byte[] input, String... arguments) {
    try {
      Path in = Files.createTempFile("in", ".bin");
      Path out = Files.createTempFile("out", ".bin");
      try {
        Files.write(in, input);
        int code = started(line(in, arguments), out, false).waitFor();
        if (code != 0) {
          throw new IllegalStateException(command + " ended with " + code);
        }
        return Files.readAllBytes(out);
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> line(Path in, String... arguments) {
    List<String> given = List.of(arguments);
    Stream<String> all =
        given.contains("{}") ? given.stream() : Stream.concat(given.stream(), Stream.of("{}"));
    return Stream.concat(Stream.of(command), all.map(it -> it.equals("{}") ? in.toString() : it))
        .toList();
  }

  private static Process started(List<String> line, Path out, boolean both) throws IOException {
    ProcessBuilder process = new ProcessBuilder(line).redirectOutput(out.toFile());
    process.redirectErrorStream(both);
    if (!both) {
      process.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    return process.start();
  }

  /** A picture in the plainest of formats, which all of them read. */
  static byte[] ppm(BufferedImage drawing) {
    ByteArrayOutputStream ppm = new ByteArrayOutputStream();
    ppm.writeBytes(
        "P6\n%d %d\n255\n"
            .formatted(drawing.getWidth(), drawing.getHeight())
            .getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < drawing.getHeight(); y++) {
      for (int x = 0; x < drawing.getWidth(); x++) {
        int rgb = drawing.getRGB(x, y);
        ppm.write(rgb >> 16);
        ppm.write(rgb >> 8);
        ppm.write(rgb);
      }
    }
    return ppm.toByteArray();
  }
}
