package dev.riderphotos.imaging;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.Resizer;

/**
 * Reduces images of BGR bytes: by whole steps first, averaging, down to no less than twice the size
 * wanted; the rest with Lanczos, which is sharper, but too slow for many pixels. libvips does the
 * same.
 */
final class LanczosResizer implements Resizer {
  /** How much averaging leaves for Lanczos to reduce; with less, averaging would show. */
  private static final int REST = 2;

  @Override
  public void resize(BufferedImage from, BufferedImage to) {
    double across = (double) from.getWidth() / to.getWidth();
    double down = (double) from.getHeight() / to.getHeight();
    int step = Math.max(1, (int) (Math.min(across, down) / REST));
    BgrBlocks blocks = new BgrBlocks(Bgr.bytes(from), from.getWidth(), from.getHeight(), step);
    LanczosFilter rows = LanczosFilter.reducing(blocks.width(), to.getWidth(), across / step);
    LanczosFilter columns = LanczosFilter.reducing(blocks.height(), to.getHeight(), down / step);
    rows.across(columns.down(blocks), Bgr.bytes(to));
  }
}
