package dev.riderphotos.embedded.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.embedded.DataFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is a cache: whatever has become of it, nobody is missed and nobody is made up. */
class VectorFileTest {
  private static final int LENGTH = 128;
  private static final String RIDERS = "riders";
  private static final int FACES = 3000;

  @TempDir private Path root;

  private final Random random = new Random(1);
  private final Source source = new Source();
  private DataFolder folder;
  private MappedVectors vectors;

  @BeforeEach
  void fill() {
    folder = DataFolder.open(root.resolve("data"));
    vectors = open();
    for (int number = 1; number <= FACES; number++) {
      add(number);
    }
    vectors.prepare();
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
  }

  @Test
  void isItsOwnersAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsWholeIsNotReadAgain() {
    int before = source.read();

    assertFindsAll(open());

    assertThat(source.read()).isEqualTo(before);
  }

  @Test
  void isMadeAnewWhenItIsMissing() throws IOException {
    Files.delete(file());

    assertFindsAll(open());
  }

  @Test
  void isMadeAnewWhenItIsCutOff() throws IOException {
    for (long bytes : new long[] {0, 1, 5000, Files.size(file()) / 2, Files.size(file()) - 1}) {
      try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
        FileChannel _ = channel.truncate(bytes);
      }
      assertFindsAll(open());
    }
  }

  @Test
  void isMadeAnewWhereAnythingElseIsInIt() throws IOException {
    for (int i = 0; i < 40; i++) {
      try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
        bytes.seek(random.nextLong(bytes.length()));
        bytes.write(random.nextInt());
      }
      assertFindsAll(open());
    }
  }

  @Test
  void oneOfAnotherCollectionIsNotUsed() throws IOException {
    Source other = new Source();
    VectorFiles files = VectorFiles.of(folder);
    MappedVectors others = files.open("others", LENGTH, other);
    for (int number = 1; number <= FACES; number++) {
      others.apply(other.add(number, stranger()));
    }
    others.prepare();
    Path _ =
        Files.copy(
            file().resolveSibling(VectorFile.nameOf("others")),
            file(),
            StandardCopyOption.REPLACE_EXISTING);

    assertFindsAll(open());
  }

  @Test
  void oneAGenerationBehindIsBroughtUpToDate() throws IOException {
    Path before = root.resolve("before");
    Path _ = Files.copy(file(), before);
    add(FACES + 1);
    vectors.apply(source.remove(7));
    Path _ = Files.move(before, file(), StandardCopyOption.REPLACE_EXISTING);

    assertFindsAll(open());
  }

  @Test
  void whatNeverReachedItIsReadFromTheSource() {
    VectorChange _ = source.add(FACES + 1, stranger());
    VectorChange _ = source.remove(7);

    assertFindsAll(open());
  }

  @Test
  void whatIsDeletedIsInItNoMore() throws IOException {
    float[] first = source.vector(7);
    float[] last = source.vector(FACES - 1);
    assertThat(times(first)).isOne();

    vectors.apply(source.remove(7));
    assertThat(times(first)).isZero();
    assertThat(times(last)).isOne();

    vectors.apply(source.remove(7));
    assertThat(times(last)).isZero();
  }

  @Test
  void whatWasDeletedBeforeACrashIsInItNoMoreAfterIt() throws IOException {
    float[] gone = source.vector(FACES - 1);
    while (source.size() > 1024) {
      VectorChange _ = source.remove(source.size() - 1);
    }

    assertFindsAll(open());

    assertThat(times(gone)).isZero();
  }

  @Test
  void filesOfCollectionsThatAreNotThereAnyMoreAreErased() throws IOException {
    VectorFiles.of(folder).eraseAllBut(List.of(RIDERS));
    assertThat(file()).exists();

    VectorFiles.of(folder).eraseAllBut(List.of());
    assertThat(file()).doesNotExist();
  }

  @Test
  void nothingIsLeftOfACollectionThatIsErased() throws IOException {
    vectors.erase();

    assertThat(file()).doesNotExist();
    assertThat(vectors.nearest(stranger(), 2, FACES, null)).isEmpty();
  }

  @Test
  void besideAnotherProcessAllIsReadFromTheSource() throws IOException {
    try (DataFolder beside = DataFolder.beside(root.resolve("data"))) {
      assertFindsAll(VectorFiles.of(beside).open(RIDERS, LENGTH, source));
    }
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  private void add(long number) {
    vectors.apply(source.add(number, stranger()));
  }

  private MappedVectors open() {
    return VectorFiles.of(folder).open(RIDERS, LENGTH, source);
  }

  private Path file() {
    return folder.files().vectors().resolve(VectorFile.nameOf(RIDERS));
  }

  private void assertFindsAll(MappedVectors opened) {
    assertThat(opened.size()).isEqualTo(source.size());
    float[] query = stranger();
    assertThat(opened.nearest(query, 2, FACES + 1, null))
        .hasSize(source.size())
        .isEqualTo(source.nearest(SquaredDistance.fastest(), query, 2, FACES + 1, null));
  }

  /** How often a vector is in the file. */
  private int times(float[] vector) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file())).order(ByteOrder.nativeOrder());
    int times = 0;
    for (int at = 0; at + LENGTH * Float.BYTES <= bytes.capacity(); at += Float.BYTES) {
      int i = 0;
      while (i < LENGTH && bytes.getFloat(at + i * Float.BYTES) == vector[i]) {
        i++;
      }
      times += i / LENGTH;
    }
    return times;
  }

  private float[] stranger() {
    float[] floats = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      floats[i] = (float) (random.nextGaussian() * 0.6 / Math.sqrt(LENGTH));
    }
    return floats;
  }
}
