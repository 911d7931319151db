package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.riderphotos.engine.internal.network.WeightFiles;
import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceEngineTest {
  private static final RgbImage ADA = portrait(Person.ADA);

  @Test
  void analysesNothingOnceClosed() {
    FaceEngine engine = FaceEngine.open(BaseModel.FACEAPI_2);
    assertThat(engine.version()).isEqualTo(ModelVersion.FACEAPI_2);
    assertThat(engine.analyse(ADA)).hasSize(1);
    engine.close();
    engine.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.analyse(ADA))
        .withMessage("The face engine has been closed");
  }

  @Test
  void saysTheSameToManyThreadsAtOnce() throws Exception {
    FaceEngine engine = Engines.of(BaseModel.FACEAPI_2);
    List<RgbImage> images = List.of(ADA, portrait(Person.BORIS), portrait(Person.CLARA));
    List<List<Face>> alone = images.stream().map(engine::analyse).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 4; round++) {
        List<Future<List<Face>>> together =
            threads.invokeAll(images.stream().map(image -> task(engine, image)).toList());
        for (int i = 0; i < alone.size(); i++) {
          assertThat(together.get(i).get()).isEqualTo(alone.get(i));
        }
      }
    }
  }

  private static Callable<List<Face>> task(FaceEngine engine, RgbImage image) {
    return () -> engine.analyse(image);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "80, 80", "1, 3000", "16384, 1", "4000, 81"})
  void findsNobodyInPicturesOfOddSizes(int width, int height) {
    RgbImage plain = Pictures.plain(width, height, 0x6080A0);
    assertThat(Engines.of(BaseModel.FACEAPI_2).analyse(plain)).isEmpty();
  }

  @Test
  void findsAFaceThatFillsThePicture() {
    Face face = Engines.of(BaseModel.FACEAPI_2).analyse(ADA).getFirst();
    RgbImage tight = Pictures.cut(ADA, face.box());
    List<Face> found = Engines.of(BaseModel.FACEAPI_2).analyse(tight);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().box().within(tight.width(), tight.height()))
        .isEqualTo(found.getFirst().box());
    assertThat(found.getFirst().descriptor().distance(face.descriptor())).isLessThan(0.3);
  }

  @Test
  void saysWhatIsWrongWithItsWeights() {
    assertUnusable(FaceEngineTest::missing, "ssd_mobilenetv1 are missing");
    assertUnusable(cutShort("ssd_mobilenetv1_model.bin"), "ssd_mobilenetv1 are damaged");
    assertUnusable(cutShort("face_recognition_model.bin"), "face_recognition are damaged");
    assertUnusable(cutShort("face_landmark_68_model-weights_manifest.json"), "cannot be opened");
  }

  private static void assertUnusable(WeightFiles files, String message) {
    assertThatExceptionOfType(UnusableModelException.class)
        .isThrownBy(
            () ->
                FaceEngine.open(
                        FaceModel.of(BaseModel.FACEAPI_2),
                        LandmarkOrigin.CROP,
                        DetectorPrecision.FLOAT,
                        files)
                    .close())
        .withMessageContaining(message);
  }

  private static InputStream missing(String name) throws FileNotFoundException {
    throw new FileNotFoundException(name);
  }

  private static WeightFiles cutShort(String damaged) {
    return name -> {
      byte[] bytes = FaceEngine.packedFile(name).readAllBytes();
      int length = name.equals(damaged) ? bytes.length / 2 : bytes.length;
      return new ByteArrayInputStream(bytes, 0, length);
    };
  }

  private static RgbImage portrait(Person sitter) {
    return Pictures.of(Portrait.of(sitter).size(400, 400).draw());
  }
}
