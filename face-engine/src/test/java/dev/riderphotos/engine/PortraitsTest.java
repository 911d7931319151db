package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.model.BaseModel;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the engine says of people who do not exist. They are drawn closer together than real people
 * are, so the limit between the same and another is lower here.
 */
class PortraitsTest {
  private static final double SAME_PERSON = 0.3;
  private static final int SIDE = 400;
  private static final List<Person> SITTERS =
      List.of(Person.ADA, Person.BORIS, Person.ELENA, Person.HUGO, Person.KIRA);

  @ParameterizedTest
  @EnumSource
  void findsEverybodyOnce(BaseModel version) {
    assertThat(faces(version, Portrait.nobody())).isEmpty();
    for (Person sitter : SITTERS) {
      assertThat(faces(version, Portrait.of(sitter))).as(sitter.name()).hasSize(1);
    }
    Portrait two = Portrait.together(Person.HUGO, Person.KIRA);
    assertThat(Engines.of(version).analyse(Pictures.of(two.draw()))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void knowsSomebodyAgainAndTellsOthersApart(BaseModel version) {
    List<Descriptor> first =
        SITTERS.stream().map(sitter -> descriptor(version, sitter, 0)).toList();
    List<Descriptor> second =
        SITTERS.stream().map(sitter -> descriptor(version, sitter, 1)).toList();
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        boolean same = first.get(i).distance(second.get(j)) < SAME_PERSON;
        assertThat(same).as("%s and %s", SITTERS.get(i), SITTERS.get(j)).isEqualTo(i == j);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesSunglassesAndOnlyThose(BaseModel version) {
    for (Person sitter : SITTERS) {
      Portrait portrait = Portrait.of(sitter);
      assertThat(onlyFace(version, portrait).sunglasses().worn()).as(sitter.name()).isFalse();
      assertThat(onlyFace(version, portrait.wearingSunglasses()).sunglasses().worn())
          .as(sitter.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void measuresWithinTheScales(BaseModel version) {
    Face face = onlyFace(version, Portrait.of(Person.ADA));
    assertThat(face.score()).isBetween(0.9f, 1f);
    assertThat(face.brightness()).isBetween(20f, 80f);
    assertThat(face.sharpness()).isBetween(60f, 100f);
    assertThat(face.pose().yaw()).isBetween(-30f, 30f);
    assertThat(face.pose().roll()).isBetween(-15f, 15f);
    assertThat(face.box().within(SIDE, SIDE)).isEqualTo(face.box());
  }

  private static Descriptor descriptor(BaseModel version, Person sitter, int take) {
    return onlyFace(version, Portrait.of(sitter).take(take)).descriptor();
  }

  private static Face onlyFace(BaseModel version, Portrait portrait) {
    List<Face> faces = faces(version, portrait);
    assertThat(faces).as(portrait.toString()).hasSize(1);
    return faces.getFirst();
  }

  private static List<Face> faces(BaseModel version, Portrait portrait) {
    return Engines.of(version).analyse(Pictures.of(portrait.size(SIDE, SIDE).draw()));
  }
}
