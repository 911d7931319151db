package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values that come and go through the engine's interface. */
class ValuesTest {
  @Test
  void descriptorsAreEqualByValueAndKeepTheirNumbers() {
    float[] numbers = new float[BaseModel.LENGTH];
    Descriptor zero = Descriptor.of(numbers);
    numbers[5] = 3;
    numbers[6] = 4;
    Descriptor other = Descriptor.of(numbers);
    assertThat(zero).isNotEqualTo(other).isEqualTo(Descriptor.of(new float[128]));
    assertThat(zero).hasSameHashCodeAs(Descriptor.of(new float[128]));
    assertThat(zero.distance(other)).isCloseTo(5, within(1e-6));
    assertThat(other.toFloats()).isEqualTo(numbers).isNotSameAs(other.toFloats());
    assertThat(other).hasToString("Descriptor[…]");
  }

  @Test
  void descriptorsHaveUpTo2048FiniteNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> Descriptor.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Descriptor.of(new float[ModelPack.LONGEST_DESCRIPTOR + 1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Descriptor.of(1, 2, 3).distance(Descriptor.of(1, 2)));
    float[] broken = new float[BaseModel.LENGTH];
    Arrays.fill(broken, Float.NaN);
    assertThatIllegalArgumentException().isThrownBy(() -> Descriptor.of(broken));
  }

  @Test
  void modelVersionsAreKnownByTheirId() {
    for (String id : List.of("faceapi-1", "faceapi-2", "faceapi-2+a-pack@1.0-rc_2")) {
      assertThat(ModelVersion.of(id).id()).isEqualTo(id);
    }
    assertThat(ModelVersion.of("faceapi-2")).isEqualTo(ModelVersion.DEFAULT);
    for (String id :
        List.of("", "faceapi-2+", "faceapi-2+a", "faceapi-2+A@1", "faceapi-2+a@../b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> ModelVersion.of(id));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelVersion.of("faceapi-3"))
        .withMessageStartingWith("No model version 'faceapi-3'. There are: faceapi-1, faceapi-2");
  }

  @Test
  void picturesHaveThreeBytesAPixel() {
    RgbImage image = RgbImage.ofBgr(1, 2, new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(image.rgbAt(image.rowOffset(1))).isEqualTo(0x060504);
    assertThatIllegalArgumentException().isThrownBy(() -> RgbImage.ofBgr(1, 2, new byte[5]));
    assertThatIllegalArgumentException().isThrownBy(() -> RgbImage.ofBgr(0, 2, new byte[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RgbImage.ofBgr(65536, 65536, new byte[0]));
  }

  @Test
  void aFaceHas68Landmarks() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Landmarks(List.of(new Point(1, 2))));
    Landmarks face = Heads.seen(0, 0, 0);
    assertThat(face.leftEye().x()).isLessThan(face.rightEye().x());
    assertThat(face.bounds().bottom()).isEqualTo(face.point(8).y());
  }

  @Test
  void sunglassesNeedBothSigns() {
    assertThat(new Sunglasses(0.4f, 0.6f).worn()).isTrue();
    assertThat(new Sunglasses(0.9f, 0.6f).worn()).isFalse();
    assertThat(new Sunglasses(0.4f, 0.2f).worn()).isFalse();
  }
}
