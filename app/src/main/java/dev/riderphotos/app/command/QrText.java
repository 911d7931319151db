package dev.riderphotos.app.command;

import io.nayuki.qrcodegen.QrCode;

/** QR codes for terminals: each character is two modules, one above the other. */
final class QrText {
  /** The light around it that readers need. */
  private static final int MARGIN = 4;

  /** Black on white, whatever the terminal's colours are. */
  private static final String BEGIN = "\u001b[30;107m";

  private static final String END = "\u001b[0m";

  private QrText() {}

  static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW); // as small as may be
    StringBuilder lines = new StringBuilder();
    for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
      lines.append(BEGIN);
      for (int x = -MARGIN; x < code.size + MARGIN; x++) {
        lines.append(character(code.getModule(x, y), code.getModule(x, y + 1)));
      }
      lines.append(END).append(System.lineSeparator());
    }
    return lines.toString();
  }

  private static char character(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '\u2588' : '\u2580';
    }
    return lower ? '\u2584' : ' ';
  }
}
