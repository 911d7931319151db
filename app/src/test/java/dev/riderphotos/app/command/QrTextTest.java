package dev.riderphotos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrTextTest {
  private static final int SCALE = 4;
  private static final String LINK =
      "http://localhost:8080/link?token=" + "YWRh.MTc2".repeat(20) + "0123456789abcdef";

  @Test
  void whatIsDrawnIsReadBack() throws ReaderException {
    List<String> lines =
        QrText.of(LINK).lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.getFirst()));
    assertThat(read(lines)).isEqualTo(LINK);
  }

  private static String read(List<String> lines) throws ReaderException {
    int width = lines.getFirst().length() * SCALE;
    int height = 2 * lines.size() * SCALE;
    int[] pixels = new int[width * height];
    Arrays.setAll(pixels, at -> dark(lines, at % width / SCALE, at / width / SCALE) ? 0 : 0xffffff);
    RGBLuminanceSource seen = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen))).getText();
  }

  private static boolean dark(List<String> lines, int x, int y) {
    return switch (lines.get(y / 2).charAt(x)) {
      case '\u2588' -> true;
      case '\u2580' -> y % 2 == 0;
      case '\u2584' -> y % 2 == 1;
      default -> false;
    };
  }
}
