package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Describes a face by the base model's numbers, followed by those of a pack's networks: of each the
 * unit vector of its output, times its weight. So the squared distance is the base model's plus a
 * share of each network's.
 */
final class PackDescriber implements Describer {
  private final Describer base;
  private final List<Part> parts;

  /** A network, and how its numbers are appended. */
  private record Part(PackNetwork spec, PictureNetwork network) {
    /** Made length 1, times the weight; a network that says nothing at all appends zeros. */
    float[] describe(AlignedFace face) {
      float[] output = network.run(FaceAlignment.lay(spec, face));
      double squares = 0;
      for (float number : output) {
        squares += (double) number * number;
      }
      float factor = squares == 0 ? 0 : (float) (spec.weight() / Math.sqrt(squares));
      for (int i = 0; i < output.length; i++) {
        output[i] *= factor;
      }
      return output;
    }
  }

  private PackDescriber(Describer base, List<Part> parts) {
    this.base = base;
    this.parts = parts;
  }

  static PackDescriber load(Describer base, ModelPack pack, Networks networks) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (PackNetwork spec : pack.manifest().networks()) {
      parts.add(new Part(spec, PictureNetwork.load(pack, spec, networks)));
    }
    return new PackDescriber(base, parts);
  }

  @Override
  public Descriptor describe(AlignedFace face) {
    float[] numbers = base.describe(face).toFloats();
    for (Part part : parts) {
      float[] more = part.describe(face);
      int length = numbers.length;
      numbers = Arrays.copyOf(numbers, length + more.length);
      System.arraycopy(more, 0, numbers, length, more.length);
    }
    return Descriptor.of(numbers);
  }
}
