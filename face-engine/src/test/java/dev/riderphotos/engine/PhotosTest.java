package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.model.BaseModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos of real people, where {@link SharedFiles} has them. */
class PhotosTest {
  private static final double SAME_PERSON = 0.5;

  @ParameterizedTest
  @CsvSource({
    "1_happy_face.jpg, 1",
    "2_sunglass_face.jpg, 1",
    "3_multiple_faces.jpg, 3",
    "4_no_face.jpg, 0",
    "obama.jpg, 1",
    "obama_and_biden.jpg, 2"
  })
  void countsFaces(String photo, int count) {
    assertThat(faces(BaseModel.FACEAPI_2, photo)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "1_happy_face.jpg, false",
    "2_sunglass_face.jpg, true",
    "3_multiple_faces.jpg, false",
    "obama.jpg, false",
    "biden.jpg, false",
    "obama_and_biden.jpg, false"
  })
  void seesSunglasses(String photo, boolean worn) {
    assertThat(faces(BaseModel.FACEAPI_2, photo))
        .allSatisfy(face -> assertThat(face.sunglasses().worn()).isEqualTo(worn));
  }

  @ParameterizedTest
  @EnumSource
  void knowsPeopleAgain(BaseModel version) {
    Descriptor obama = faces(version, "obama.jpg").getFirst().descriptor();
    Descriptor again = faces(version, "obama2.jpg").getFirst().descriptor();
    Descriptor biden = faces(version, "biden.jpg").getFirst().descriptor();
    assertThat(obama.distance(again)).isLessThan(SAME_PERSON);
    assertThat(obama.distance(biden)).isGreaterThan(SAME_PERSON);
    List<Face> both = faces(version, "obama_and_biden.jpg");
    assertThat(both).anyMatch(face -> face.descriptor().distance(obama) < SAME_PERSON);
    assertThat(both).anyMatch(face -> face.descriptor().distance(biden) < SAME_PERSON);
  }

  private static List<Face> faces(BaseModel version, String photo) {
    return Engines.of(version).analyse(Pictures.photo(photo));
  }
}
