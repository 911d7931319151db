package dev.riderphotos.testkit;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Knows who is in the pictures that {@link Photos} drew, whoever opened them; in any other picture
 * it sees nobody. A face's print is the person's name.
 */
public final class KnownFaces implements FaceDetector {
  /** Its usual model, as prints name it. */
  static final String MODEL = "names-1";

  private static final double DARK = 40;

  private final UnaryOperator<FaceDetail> look;
  private final Supplier<String> model;

  public KnownFaces() {
    this(UnaryOperator.identity());
  }

  /**
   * Sees what it sees in its own way.
   *
   * @param look changes what is seen of each face, to make it dark, blurred, turned …
   */
  public KnownFaces(UnaryOperator<FaceDetail> look) {
    this(look, () -> MODEL);
  }

  private KnownFaces(UnaryOperator<FaceDetail> look, Supplier<String> model) {
    this.look = look;
    this.model = model;
  }

  /** Describes faces by whatever model is the one to use at the moment. */
  public static KnownFaces of(Supplier<String> model) {
    return new KnownFaces(UnaryOperator.identity(), model);
  }

  @Override
  public List<DetectedFace> detect(Picture picture, @Nullable PhotoRef stored) {
    return Photos.portraitIn(picture).map(this::facesOf).orElse(List.of());
  }

  /** The face of a portrait of one person. */
  public static DetectedFace faceOf(Portrait portrait) {
    return new KnownFaces().facesOf(portrait).getFirst();
  }

  /** The face as who looks closely sees it: where its eyes are, too. */
  static SeenFace seen(DetectedFace face) {
    BoundingBox box = face.detail().box();
    double height = box.top() + box.height() / 3;
    return new SeenFace(
        face.detail(),
        List.of(
            new Landmark(LandmarkType.EYE_LEFT, box.left() + box.width() / 4, height),
            new Landmark(LandmarkType.EYE_RIGHT, box.right() - box.width() / 4, height)),
        99);
  }

  /** What any filter has against a face: that it is dark. */
  static Set<UnindexedReason> against(DetectedFace face, QualityFilter filter) {
    return filter == QualityFilter.NONE || face.detail().brightness() >= DARK
        ? Set.of()
        : Set.of(UnindexedReason.LOW_BRIGHTNESS);
  }

  static FacePrint printOf(Person person) {
    return printOf(MODEL, person);
  }

  private static FacePrint printOf(String model, Person person) {
    return new FacePrint(model + ":" + person.name());
  }

  /** The name of the person whose print it is. */
  static String nameOf(FacePrint print) {
    if (!print.value().startsWith(MODEL + ":")) {
      throw new IllegalArgumentException("A print of another model");
    }
    return print.value().substring(MODEL.length() + 1);
  }

  private List<DetectedFace> facesOf(Portrait portrait) {
    return IntStream.range(0, portrait.sitters().size())
        .mapToObj(seat -> faceAt(seat, portrait))
        .toList();
  }

  private DetectedFace faceAt(int seat, Portrait portrait) {
    double column = 1.0 / portrait.sitters().size();
    double width = column * (0.45 - 0.01 * seat);
    BoundingBox box = new BoundingBox(column * (seat + 0.25), 0.25, width, 0.5);
    FaceDetail detail = new FaceDetail(box, 99.5, portrait.sunglasses(), new Pose(0, 0, 0), 60, 80);
    double eyesApart = box.width() / 2 * portrait.width();
    return new DetectedFace(
        look.apply(detail.withEyesApart(eyesApart)),
        printOf(model.get(), portrait.sitters().get(seat)));
  }
}
