package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.photo.Photo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ExtractionStore} keeps. */
public abstract class ExtractionStoreContract {
  private static final int THREADS = 8;
  private static final String NAME = "output/chain-1/face.png";

  /** A store without any file; the same one whenever it is asked for in one test. */
  protected abstract ExtractionStore store();

  @Test
  void worksWhenEmpty() {
    assertThat(store().get(NAME)).isEmpty();
    assertThat(store().names("output/")).isEmpty();
    store().delete(NAME);
  }

  @Test
  void keepsEveryByteOfAFileHoweverLarge() {
    byte[] large = new byte[Photo.MAX_BYTES + 100];
    large[large.length - 1] = 1;
    store().put(NAME, large, "image/png");

    assertThat(store().get(NAME)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(large));
  }

  @Test
  void aFileTakesThePlaceOfALongerOne() {
    put(NAME, "a file that is rather long");
    put(NAME, "short");
    put(NAME, "short");

    assertHolds(NAME, "short");
    assertThat(store().names("output/")).containsExactly(NAME);
  }

  @Test
  void listsInOrderWhatBeginsSo() {
    List<String> names =
        List.of(
            "output/aa-1/x.png",
            "output/aa-1/x.png.metadata.json",
            "output/aa-2/x.png",
            "output/ab/x.png");
    names.reversed().forEach(name -> put(name, name));

    assertThat(store().names("output/")).isEqualTo(names);
    assertThat(store().names("output/aa-")).isEqualTo(names.subList(0, 3));
    assertThat(store().names("output/aa-1/")).isEqualTo(names.subList(0, 2));
    assertThat(store().names("output/aa-3/")).isEmpty();
    assertThat(store().names("other/")).isEmpty();
  }

  @Test
  void listsMoreThanOnePage() {
    List<String> names =
        IntStream.range(0, 1100).mapToObj(i -> "output/many/%04d.png".formatted(i)).toList();
    names.forEach(name -> put(name, "x"));

    assertThat(store().names("output/many/")).isEqualTo(names);
  }

  @Test
  void deletesForGoodAndNothingElse() {
    put(NAME, "image");
    put(NAME + ".metadata.json", "document");

    store().delete(NAME);
    store().delete(NAME);

    assertThat(store().get(NAME)).isEmpty();
    assertThat(store().names("output/")).containsExactly(NAME + ".metadata.json");
    store().delete(NAME + ".metadata.json");
    assertThat(store().names("output/")).isEmpty();
    put(NAME, "again");
    assertHolds(NAME, "again");
  }

  @Test
  void manyCanWriteAtOnce() {
    List<String> written =
        Concurrently.call(
            THREADS,
            number -> {
              String own = "output/at-once/" + number + ".png";
              put(own, own);
              put(NAME, "the same");
              return own;
            });

    assertThat(written).allSatisfy(own -> assertHolds(own, own));
    assertHolds(NAME, "the same");
  }

  @Test
  void everyFileHasAUrlOfItsOwn() {
    assertThat(store().url(NAME).isAbsolute()).isTrue();
    assertThat(store().url(NAME).getPath()).endsWith(NAME);
  }

  private void put(String name, String text) {
    store().put(name, text.getBytes(UTF_8), "text/plain");
  }

  private void assertHolds(String name, String text) {
    assertThat(store().get(name)).map(kept -> new String(kept, UTF_8)).contains(text);
  }
}
