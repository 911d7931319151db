package dev.riderphotos.engine;

import dev.riderphotos.engine.Signals.Signal;
import dev.riderphotos.engine.internal.network.Networks;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.SignalNetwork;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks of a pack that give {@link Signals}. */
final class SignalNetworks {
  private static final Eye LEFT = new Eye(36, 39, List.of(37, 38, 40, 41));
  private static final Eye RIGHT = new Eye(42, 45, List.of(43, 44, 46, 47));

  private final @Nullable Scorer photoOfPhoto;
  private final @Nullable Scorer eyesClosed;

  /** The corners of an eye and the points of its lids, among the 68. */
  private record Eye(int left, int right, List<Integer> lids) {}

  /** A network, and which of its classes is the score. */
  private record Scorer(SignalNetwork spec, PictureNetwork network) {
    static @Nullable Scorer load(ModelPack pack, @Nullable SignalNetwork spec, Networks networks)
        throws IOException {
      return spec == null ? null : new Scorer(spec, PictureNetwork.load(pack, spec, networks));
    }

    /** The share of the class, by softmax. */
    float score(Patch picture) {
      float[] classes = network.run(picture);
      double sum = 0;
      for (float other : classes) {
        sum += Math.exp(other - classes[spec.index()]);
      }
      return (float) (1 / sum);
    }

    Signal signal(float score) {
      return new Signal(score, !(score > spec.threshold()));
    }

    int size() {
      return spec.input().size();
    }
  }

  private SignalNetworks(@Nullable Scorer photoOfPhoto, @Nullable Scorer eyesClosed) {
    this.photoOfPhoto = photoOfPhoto;
    this.eyesClosed = eyesClosed;
  }

  /** Those of the model's pack; none if it has no pack. */
  static SignalNetworks load(FaceModel model, Networks networks) throws IOException {
    ModelPack pack = model.pack();
    PackManifest.Signals wanted = pack == null ? null : pack.manifest().signals();
    if (pack == null || wanted == null) {
      return new SignalNetworks(null, null);
    }
    return new SignalNetworks(
        Scorer.load(pack, wanted.photoOfPhoto(), networks),
        Scorer.load(pack, wanted.eyesClosed(), networks));
  }

  /** Null if there is no network. */
  @Nullable Signals look(RgbImage image, Box box, Landmarks points) {
    if (photoOfPhoto == null && eyesClosed == null) {
      return null;
    }
    return new Signals(
        photoOfPhoto == null ? null : live(photoOfPhoto, image, box),
        eyesClosed == null ? null : open(eyesClosed, image, points));
  }

  private static Signal live(Scorer scorer, RgbImage image, Box box) {
    Box around = surroundings(box, scorer.spec().margin(), image);
    return scorer.signal(scorer.score(BoxSampler.sample(image, around, scorer.size())));
  }

  /** The box so many times larger, moved into the picture; smaller where it does not fit. */
  private static Box surroundings(Box box, float margin, RgbImage image) {
    float times =
        Math.min(margin, Math.min(image.width() / box.width(), image.height() / box.height()));
    float width = box.width() * times;
    float height = box.height() * times;
    float left = box.x() + (box.width() - width) / 2;
    float top = box.y() + (box.height() - height) / 2;
    return new Box(
        Math.clamp(left, 0, Math.max(0, image.width() - width)),
        Math.clamp(top, 0, Math.max(0, image.height() - height)),
        width,
        height);
  }

  private static Signal open(Scorer scorer, RgbImage image, Landmarks points) {
    float left = scorer.score(eye(scorer, image, points, LEFT));
    float right = scorer.score(eye(scorer, image, points, RIGHT));
    return scorer.signal(Math.max(left, right));
  }

  private static Patch eye(Scorer scorer, RgbImage image, Landmarks points, Eye eye) {
    double width = points.point(eye.left()).distance(points.point(eye.right()));
    double side = Math.max(1, scorer.spec().margin() * width);
    double x = 0;
    double y = 0;
    for (int lid : eye.lids()) {
      x += points.point(lid).x() / eye.lids().size();
      y += points.point(lid).y() / eye.lids().size();
    }
    double scale = side / scorer.size();
    return AreaSampler.sample(
        image, new Similarity(scale, 0, x - side / 2, y - side / 2), scorer.size());
  }
}
