package dev.riderphotos.migration;

import static dev.riderphotos.migration.Scene.NEW;
import static dev.riderphotos.migration.Scene.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserId;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.InMemoryCollectionUsers;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrateUsersTest {
  private static final UserId ADA = new UserId("ada");

  private final Scene scene = new Scene();
  private final CollectionUsers users = new InMemoryCollectionUsers(scene.inMemory());

  @Test
  void theUsersOfTheOldCollectionHaveTheirFacesInTheNewOne() {
    FaceId one = scene.register(Person.ADA).id();
    FaceId another = scene.register("again", Photos.anotherOf(Person.ADA), 1).getFirst().id();
    scene.register(Person.BORIS);
    var _ = users.create(OLD, ADA, null);
    var _ = users.associate(OLD, new UserFaces(ADA, List.of(one, another)), 0, null);
    MigrationId id = scene.run(scene.prepare().id()).id();

    assertThat(scene.migrateUsers(id, users)).containsExactly("ada 2");
    assertThat(scene.migrateUsers(id, users)).isEmpty();

    assertThat(users.faces(NEW, ADA, null, 10).orElseThrow().faces())
        .extracting(face -> face.externalImageId() == null ? "" : face.externalImageId().name())
        .containsExactlyInAnyOrder("Ada", "again");
    assertThat(users.list(NEW, null, 10).orElseThrow().users()).hasSize(1);
  }

  @Test
  void aFaceOfAnotherUserIsToldWithItsReason() {
    FaceId one = scene.register(Person.ADA).id();
    var _ = users.create(OLD, ADA, null);
    var _ = users.associate(OLD, new UserFaces(ADA, List.of(one)), 0, null);
    MigrationId id = scene.run(scene.prepare().id()).id();
    UserId somebody = new UserId("somebody");
    var _ = users.create(NEW, somebody, null);
    FaceId moved = scene.facesIn(NEW).getFirst().id();
    var _ = users.associate(NEW, new UserFaces(somebody, List.of(moved)), 0, null);

    assertThat(scene.migrateUsers(id, users)).containsExactly("ada ASSOCIATED_TO_A_DIFFERENT_USER");
  }
}
