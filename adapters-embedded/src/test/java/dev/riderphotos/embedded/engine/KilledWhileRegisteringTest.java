package dev.riderphotos.embedded.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.vector.VectorFiles;
import dev.riderphotos.engine.Descriptor;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.rider.RiderId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed while it registers and deletes faces, wherever that may be: in the
 * database, in the mapped file, or between them. The next one lets no duplicate through.
 */
class KilledWhileRegisteringTest {
  private static final CollectionId RIDERS = new CollectionId("riders");
  private static final int ROUNDS = 3;
  private static final int FACES_A_ROUND = 250;

  /** Each so many faces the one before is deleted. */
  private static final int DELETED = 10;

  @TempDir private Path root;

  @Test
  void nobodyIsForgottenAndNobodyComesBack() throws IOException, InterruptedException {
    List<Integer> told = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      told.addAll(killed(told.size()));
      assertThat(told).hasSizeGreaterThanOrEqualTo((round + 1) * FACES_A_ROUND);
      verify(told.size());
    }
  }

  /** Registers faces until it is killed, and tells the number of each that is acknowledged. */
  static final class Registering {
    private Registering() {}

    public static void main(String[] arguments) throws IOException {
      try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
          Database database = Database.open(folder)) {
        LoadedCollections collections = collections(folder, database);
        LoadedCollection riders = collections.findOrCreate(RIDERS, Engines.MODEL);
        for (int face = Integer.parseInt(arguments[1]); ; face++) {
          if (riders.faces().byId(id(face)).isEmpty()) {
            insert(collections, riders, face);
          }
          if (face % DELETED == 0) {
            collections.deleteFaces(RIDERS, List.of(id(face - 1)));
          }
          System.out.println(face);
        }
      }
    }
  }

  private List<Integer> killed(int first) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Registering.class.getName(),
                root.resolve("data").toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Integer> told = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.add(Integer.valueOf(line));
        if (told.size() == FACES_A_ROUND) {
          boolean _ = process.toHandle().destroyForcibly(); // which leaves what it has told
        }
      }
    }
    int _ = process.waitFor();
    return told;
  }

  private void verify(int faces) throws IOException {
    try (DataFolder folder = DataFolder.open(root.resolve("data"));
        Database database = Database.open(folder)) {
      LoadedCollections collections = collections(folder, database);
      RiderFaces riders =
          Engines.riders(collections, RIDERS, Engines.MODEL, new FixedSimilarity(99));
      for (int face = 0; face < faces; face++) {
        boolean deleted = (face + 1) % DELETED == 0 && face + 1 < faces;
        if (deleted) {
          assertThat(riders.search(newFace(face).face().print(), 99, 3)).isEmpty();
        } else {
          assertThat(riders.register(newFace(face))).isInstanceOf(Registration.Duplicate.class);
        }
      }
    }
  }

  private static LoadedCollections collections(DataFolder folder, Database database) {
    return new LoadedCollections(
        database, Instant::now, VectorFiles.of(folder), _ -> Engines.MODEL);
  }

  private static void insert(LoadedCollections collections, LoadedCollection riders, int face) {
    IndexedFace indexed =
        new IndexedFace(
            id(face), new ImageId("image-" + face), null, new BoundingBox(0, 0, 1, 1), 99);
    boolean _ =
        collections.write(
            () -> {
              riders.insert(List.of(new DescribedFace(indexed, descriptor(face))));
              return true;
            });
  }

  private static NewFace newFace(int face) {
    FaceDetail detail =
        new FaceDetail(new BoundingBox(0, 0, 1, 1), 99, false, new Pose(0, 0, 0), 60, 80);
    return new NewFace(
        new ImageId("again-" + face),
        new RiderId("rider-" + face).externalImageId(),
        new DetectedFace(
            detail, EnginePrint.of(Engines.MODEL.version(), Descriptor.of(descriptor(face)))),
        true);
  }

  private static FaceId id(int face) {
    return new FaceId("face-" + face);
  }

  private static float[] descriptor(int face) {
    Random random = new Random(face);
    float[] floats = new float[Engines.MODEL.length()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) (random.nextGaussian() * 0.6 / Math.sqrt(floats.length));
    }
    return floats;
  }
}
