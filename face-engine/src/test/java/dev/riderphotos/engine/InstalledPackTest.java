package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A real pack does what its limits say, where one is installed: {@code
 * -Dmodel.pack=data/models/faceplugin@0.0.1}. Packs are no part of the build, so without one these
 * tests are skipped, and say so.
 */
class InstalledPackTest {
  private static final FaceEngines ENGINES = new FaceEngines();

  private static FaceModel model;

  @BeforeAll
  static void open() throws IOException {
    String folder = System.getProperty("model.pack", "");
    assumeThat(folder).as("no pack is named by -Dmodel.pack, so none is tested").isNotEmpty();
    ModelPack pack = ModelPack.read(Path.of(folder));
    pack.check();
    model = pack.model();
  }

  @AfterAll
  static void close() {
    ENGINES.close();
  }

  @Test
  void drawnPeopleAreToldApart() {
    double limit = model.duplicateLimits().at(2 * Person.named().size());
    List<Descriptor> first = Person.named().stream().map(person -> drawn(person, 0)).toList();
    List<Descriptor> second = Person.named().stream().map(person -> drawn(person, 1)).toList();
    for (int i = 0; i < first.size(); i++) {
      for (int j = 0; j < second.size(); j++) {
        boolean same = first.get(i).distance(second.get(j)) <= limit;
        assertThat(same).as("%d and %d", i, j).isEqualTo(i == j);
      }
    }
  }

  @Test
  void peopleOnPhotosAreToldApart() {
    double limit = model.duplicateLimits().at(100);
    Descriptor obama = only("obama.jpg");
    assertThat(obama.distance(only("obama2.jpg"))).isLessThan(limit);
    assertThat(obama.distance(only("biden.jpg"))).isGreaterThan(limit);
    assertThat(obama.distance(only("1_happy_face.jpg"))).isGreaterThan(limit);
  }

  @Test
  void honestPortraitsRaiseNoSuspicionOfAPhoto() {
    for (String photo : List.of("obama.jpg", "obama2.jpg", "biden.jpg", "1_happy_face.jpg")) {
      Signals signals = faces(Pictures.photo(photo)).getFirst().signals();
      Signals.Signal live = Objects.requireNonNull(signals).photoOfPhoto();
      assertThat(Objects.requireNonNull(live).raised()).as(photo).isFalse();
      Signals.Signal open = Objects.requireNonNull(signals).eyesClosed();
      assertThat(Objects.requireNonNull(open).raised()).as(photo).isFalse();
    }
  }

  private static Descriptor only(String photo) {
    return faces(Pictures.photo(photo)).getFirst().descriptor();
  }

  private static Descriptor drawn(Person person, int take) {
    Portrait portrait = Portrait.of(person).take(take).size(600, 600);
    return faces(Pictures.of(portrait.draw())).getFirst().descriptor();
  }

  private static List<Face> faces(RgbImage image) {
    return ENGINES.of(model).analyse(image);
  }
}
