package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration.Registered;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All who are drawn in tests are told apart, and known again, by the limits of the model. */
class DrawnPeopleTest {
  @TempDir private Path packs;
  @RegisterExtension private final Storage storage = new Storage();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void areToldApartAndKnownAgain(boolean packed) throws IOException {
    FaceModel model = packed ? Engines.pack(packs) : Engines.MODEL;
    RiderFaces faces = faces(model);
    assertThat(Person.named())
        .allSatisfy(
            person ->
                assertThat(faces.register(of(model, person, 0))).isInstanceOf(Registered.class));

    assertThat(faces.size()).isEqualTo(16);
    assertThat(Person.named())
        .allSatisfy(
            person ->
                assertThat(faces.search(of(model, person, 1).face().print(), 0.01, 100))
                    .filteredOn(FaceMatch::duplicate)
                    .singleElement()
                    .matches(match -> match.face().image().equals(new ImageId(person.name() + 0))));
  }

  private static NewFace of(FaceModel model, Person person, int take) {
    return new NewFace(
        new ImageId(person.name() + take),
        ExternalImageId.of(person.name()),
        Engines.face(model, Portrait.of(person).take(take)),
        false);
  }

  private RiderFaces faces(FaceModel model) {
    return Engines.riders(
        new LoadedCollections(
            storage.database(), Instant::now, VectorFiles.of(storage.folder()), _ -> model),
        new CollectionId("riders"),
        model,
        new FalseAlarms(0.01));
  }
}
