package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Network;
import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.NetworkInput;
import dev.riderphotos.engine.model.NetworkInput.Colours;
import dev.riderphotos.engine.model.NetworkInput.Layout;
import dev.riderphotos.engine.model.PackFile;
import java.io.IOException;
import java.nio.FloatBuffer;

/** A network of a pack: takes one small picture in whatever form it wants, and gives numbers. */
final class PictureNetwork {
  private final PackFile file;
  private final Network network;

  private PictureNetwork(PackFile file, Network network) {
    this.file = file;
    this.network = network;
  }

  /**
   * Loads it, unless it is loaded.
   *
   * @throws IOException when the file is not as its pack says
   */
  static PictureNetwork load(ModelPack pack, PackFile file, Networks networks) throws IOException {
    Network network =
        networks.load(
            file.sha256(), memory -> pack.open(file, memory), file.output(), file.input().shape());
    return new PictureNetwork(file, network);
  }

  /**
   * The numbers for a picture of the input's size.
   *
   * @throws IllegalStateException when there are more or fewer than the pack says, or one is not
   *     finite
   */
  float[] run(Patch picture) {
    float[] output = network.run(input -> fill(input, picture, file.input()))[0];
    if (output.length != file.output()) {
      throw new IllegalStateException(
          "%s gives %,d numbers, not %,d".formatted(file.file(), output.length, file.output()));
    }
    for (float number : output) {
      if (!Float.isFinite(number)) {
        throw new IllegalStateException(
            "%s gives numbers that are not finite".formatted(file.file()));
      }
    }
    return output;
  }

  private static void fill(FloatBuffer target, Patch picture, NetworkInput input) {
    int pixels = input.size() * input.size();
    int colours = input.colours().count();
    for (int colour = 0; colour < colours; colour++) {
      float mean = input.mean().get(colour);
      for (int i = 0; i < pixels; i++) {
        int at = input.layout() == Layout.NCHW ? colour * pixels + i : i * colours + colour;
        target.put(at, (value(picture, input.colours(), colour, i) - mean) * input.scale());
      }
    }
  }

  private static float value(Patch picture, Colours colours, int colour, int at) {
    return switch (colours) {
      case GREY -> picture.luma(at);
      case RGB -> picture.channel(colour, at);
      case BGR -> picture.channel(2 - colour, at);
    };
  }
}
