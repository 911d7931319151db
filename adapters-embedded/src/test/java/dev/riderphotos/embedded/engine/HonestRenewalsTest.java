package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.Descriptor;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.review.Clearances;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.step.CheckFaceDuplicate;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.InMemoryJudgements;
import dev.riderphotos.testkit.InMemoryRiderProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Riders who renew their photo, among many: their descriptors are made, as far from their earlier
 * ones as those of real people were measured to be (RATIONALE.md of face-engine).
 */
class HonestRenewalsTest {
  private static final CollectionId RIDERS = new CollectionId("riders");
  private static final int RENEWALS = 300;
  private static final int LENGTH = Engines.MODEL.length();
  private static final FaceDetail DETAIL =
      new FaceDetail(new BoundingBox(0.2, 0.2, 0.5, 0.5), 99, false, new Pose(0, 0, 0), 60, 80);

  /** Of photos of one person, so many are further apart. */
  private static final double[][] FURTHER = {
    {1, 0.2}, {0.51, 0.40}, {0.25, 0.45}, {0.13, 0.50}, {0.048, 0.55}, {0.018, 0.60}, {0, 0.70}
  };

  @RegisterExtension private final Storage storage = new Storage();
  private final Random random = new Random(15);
  private final InMemoryRiderProfiles profiles = new InMemoryRiderProfiles();

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void areTakenForAnotherFaceAsSeldomHoweverManyRidersThereAre(int riders) {
    LoadedCollections loaded =
        new LoadedCollections(
            storage.database(), Instant::now, VectorFiles.of(storage.folder()), _ -> Engines.MODEL);
    List<float[]> known = IntStream.range(0, riders).mapToObj(_ -> vector(0.6)).toList();
    register(loaded, known);
    RiderFaces faces = Engines.riders(loaded, RIDERS, Engines.MODEL, new FalseAlarms(0.01));

    List<ReasonCode> refusals = new ArrayList<>();
    for (int rider = 0; rider < RENEWALS; rider++) {
      NewFace renewed = renewed(rider, known.get(rider));
      Optional<ReasonCode> refusal = refusal(faces, rider, renewed);
      refusal.ifPresent(refusals::add);
      if (refusal.isEmpty() && rider % 20 == 0) {
        assertThat(faces.register(renewed)).isInstanceOf(Registration.Registered.class);
      }
    }

    assertThat(refusals).containsOnly(ReasonCode.ANOTHER_FACE);
    assertThat(refusals.size()).isBetween(RENEWALS * 4 / 100, RENEWALS * 6 / 100);
  }

  private Optional<ReasonCode> refusal(RiderFaces faces, int rider, NewFace renewed) {
    return new CheckFaceDuplicate(
            faces, profiles, RiderSettings.DEFAULT, new Clearances(new InMemoryJudgements(), faces))
        .check(rider(rider), renewed)
        .refusal()
        .map(Verdict.Rejected::reasons)
        .map(reasons -> reasons.getFirst().code());
  }

  private void register(LoadedCollections loaded, List<float[]> known) {
    List<DescribedFace> described = new ArrayList<>();
    for (int rider = 0; rider < known.size(); rider++) {
      FaceId face = new FaceId("face-" + rider);
      PhotoRef photo = new PhotoRef("rider-photos", "photo-" + rider);
      described.add(
          new DescribedFace(
              new IndexedFace(
                  face,
                  new ImageId("image-" + rider),
                  rider(rider).externalImageId(),
                  DETAIL.box(),
                  DETAIL.confidence()),
              known.get(rider)));
      assertThat(profiles.replace(null, new RiderProfile(rider(rider), face, photo, photo)))
          .isPresent();
    }
    loaded.write(
        () -> {
          loaded.findOrCreate(RIDERS, Engines.MODEL).insert(described);
          return true;
        });
  }

  private NewFace renewed(int rider, float[] earlier) {
    float[] away = vector(distance((rider + 0.5) / RENEWALS));
    float[] renewed = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      renewed[i] = earlier[i] + away[i];
    }
    return new NewFace(
        new ImageId("renewal-" + rider),
        rider(rider).externalImageId(),
        new DetectedFace(DETAIL, EnginePrint.of(Engines.MODEL.version(), Descriptor.of(renewed))),
        true);
  }

  /**
   * How far a photo of the same person is away.
   *
   * @param share of such photos that are further away
   */
  private static double distance(double share) {
    int i = 1;
    while (share < FURTHER[i][0]) {
      i++;
    }
    double part = (FURTHER[i - 1][0] - share) / (FURTHER[i - 1][0] - FURTHER[i][0]);
    return FURTHER[i - 1][1] + part * (FURTHER[i][1] - FURTHER[i - 1][1]);
  }

  /** In any direction, exactly so long. */
  private float[] vector(double size) {
    double[] direction = random.doubles(LENGTH, 0, 1).map(_ -> random.nextGaussian()).toArray();
    double length =
        Math.sqrt(IntStream.range(0, LENGTH).mapToDouble(i -> direction[i] * direction[i]).sum());
    float[] vector = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      vector[i] = (float) (direction[i] / length * size);
    }
    return vector;
  }

  private static RiderId rider(int number) {
    return new RiderId("rider-" + number);
  }
}
