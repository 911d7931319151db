package dev.riderphotos.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PhotoStore} keeps. */
public abstract class PhotoStoreContract {
  private static final int THREADS = 16;

  private final PhotoRef ref = new PhotoRef("photos", "riders/ada/photo.jpg");
  private final Photo photo = text("a photo");

  /** A store without any photo; the same one whenever it is asked for in one test. */
  protected abstract PhotoStore store();

  /** Puts a photo as senders do who say to which text its rider agreed. */
  protected abstract void putSaying(String consent, PhotoRef where, Photo what);

  @Test
  void worksWhenEmpty() {
    assertThat(store().get(ref)).isEmpty();
    store().delete(ref);
    assertThat(store().get(ref)).isEmpty();
  }

  @Test
  void saysWhatItsSenderSaidOfConsentUntilAnotherPhotoTakesItsPlace() {
    assertThat(store().consent(ref)).isEmpty();
    putSaying("1a2b", ref, photo);
    assertThat(store().consent(ref)).contains("1a2b");
    assertThat(store().get(ref)).contains(photo);
    assertThat(store().consent(new PhotoRef(ref.bucket(), "another"))).isEmpty();

    putSaying("3c4d", ref, photo);
    assertThat(store().consent(ref)).contains("3c4d");
    store().put(ref, photo);
    assertThat(store().consent(ref)).isEmpty();

    putSaying("1a2b", ref, photo);
    store().delete(ref);
    assertThat(store().consent(ref)).isEmpty();
  }

  @Test
  void saysHowLargeAPhotoIs() {
    assertThat(store().size(ref)).isEmpty();
    store().put(ref, photo);
    assertThat(store().size(ref)).hasValue(photo.size());

    PhotoRef empty = new PhotoRef(ref.bucket(), "empty");
    store().put(empty, text(""));
    assertThat(store().size(empty)).hasValue(0);

    store().delete(ref);
    assertThat(store().size(ref)).isEmpty();
    assertThat(store().size(new PhotoRef("elsewhere", ref.key()))).isEmpty();
  }

  @Test
  void saysHowLargeALargePhotoIs() {
    store().put(ref, Photo.made(new byte[Photo.MAX_BYTES + 1000]));

    assertThat(store().size(ref)).hasValue(Photo.MAX_BYTES + 1000L);
  }

  @Test
  void keepsEveryByte() {
    byte[] everyByte = new byte[256];
    IntStream.range(0, 256).forEach(i -> everyByte[i] = (byte) i);

    store().put(ref, Photo.of(everyByte));

    assertThat(store().get(ref)).contains(Photo.of(everyByte.clone()));
  }

  @Test
  void keepsAnEmptyPhoto() {
    store().put(ref, text(""));

    assertThat(store().get(ref)).contains(text(""));
  }

  @Test
  void puttingTheSameAgainChangesNothing() {
    store().put(ref, photo);
    store().put(ref, photo);

    assertThat(store().get(ref)).contains(photo);
  }

  @Test
  void aPhotoTakesThePlaceOfALongerOne() {
    store().put(ref, text("a photo that is rather long"));
    store().put(ref, photo);

    assertThat(store().get(ref)).contains(photo);
  }

  @Test
  void deletesForGoodAndAsOftenAsItIsAsked() {
    store().put(ref, photo);

    store().delete(ref);
    assertThat(store().get(ref)).isEmpty();

    store().delete(ref);
    assertThat(store().get(ref)).isEmpty();
  }

  @Test
  void deletesAllWhoseKeysBeginSoAndNothingElse() {
    PhotoRef other = new PhotoRef(ref.bucket(), "riders/adam/photo.jpg");
    PhotoRef elsewhere = new PhotoRef("thumbnails", ref.key());
    PhotoRef second = new PhotoRef(ref.bucket(), "riders/ada/é/\uD83D\uDE00.jpg");
    List.of(ref, other, elsewhere, second).forEach(each -> store().put(each, photo));

    assertThat(store().deleteAll(ref.bucket(), "riders/ada/")).isEqualTo(2);

    assertThat(store().get(ref)).isEmpty();
    assertThat(store().get(second)).isEmpty();
    assertThat(store().get(other)).contains(photo);
    assertThat(store().get(elsewhere)).contains(photo);
    assertThat(store().deleteAll(ref.bucket(), "riders/ada/")).isZero();
  }

  @Test
  void whatWasDeletedCanBePutAgain() {
    store().put(ref, photo);
    store().delete(ref);
    store().put(ref, text("another"));

    assertThat(store().get(ref)).contains(text("another"));
  }

  @Test
  void oneKeyInTwoBucketsIsTwoPhotos() {
    PhotoRef elsewhere = new PhotoRef("thumbnails", ref.key());
    store().put(ref, photo);
    assertThat(store().get(elsewhere)).isEmpty();

    store().put(elsewhere, text("small"));
    store().delete(ref);

    assertThat(store().get(elsewhere)).contains(text("small"));
  }

  @Test
  void keepsTheOddestKeysApart() {
    List<PhotoRef> refs = oddKeys().stream().map(key -> new PhotoRef("photos", key)).toList();
    refs.forEach(odd -> store().put(odd, text(odd.key())));

    assertThat(refs).allSatisfy(odd -> assertThat(store().get(odd)).contains(text(odd.key())));
  }

  @Test
  void deletesNoMoreThanTheKeyItIsGiven() {
    List<PhotoRef> refs = oddKeys().stream().map(key -> new PhotoRef("photos", key)).toList();
    refs.forEach(odd -> store().put(odd, text(odd.key())));

    List<PhotoRef> left = new ArrayList<>(refs);
    while (!left.isEmpty()) {
      PhotoRef gone = left.removeFirst();
      store().delete(gone);
      assertThat(store().get(gone)).as(gone.key()).isEmpty();
      assertThat(left).allSatisfy(odd -> assertThat(store().get(odd)).contains(text(odd.key())));
    }
  }

  @Test
  void readsOfALargePhotoOnlyWhatShowsThatItIsTooLarge() {
    byte[] large = new byte[Photo.MAX_BYTES + 1000];
    Arrays.fill(large, (byte) 7);

    store().put(ref, Photo.of(large));

    assertThat(store().get(ref))
        .hasValueSatisfying(
            read -> {
              assertThat(read.size()).isEqualTo(Photo.MAX_BYTES + 1);
              assertThat(read.tooLarge()).isTrue();
            });
  }

  @Test
  void keepsALargestPhotoWhole() {
    byte[] largest = new byte[Photo.MAX_BYTES];
    largest[Photo.MAX_BYTES - 1] = 1;

    store().put(ref, Photo.of(largest));

    assertThat(store().get(ref))
        .hasValueSatisfying(
            read -> {
              assertThat(read.tooLarge()).isFalse();
              assertThat(Arrays.equals(read.bytes(), largest)).isTrue();
            });
  }

  @Test
  void aReaderNeverSeesAPartOfAPhoto() {
    List<Photo> versions = IntStream.range(0, THREADS).mapToObj(this::version).toList();
    store().put(ref, versions.getFirst());

    List<Photo> seen =
        Concurrently.call(
            THREADS,
            number -> {
              if (number % 2 == 0) {
                store().put(ref, versions.get(number));
              }
              return store().get(ref).orElseThrow();
            });

    assertThat(versions).containsAll(seen);
  }

  @Test
  void manyCanWriteAtOnce() {
    List<PhotoRef> written =
        Concurrently.call(
            THREADS,
            number -> {
              PhotoRef own = new PhotoRef("photos", "at-once/" + number);
              store().put(own, version(number));
              return own;
            });

    assertThat(written)
        .allSatisfy(own -> assertThat(store().get(own)).contains(version(written.indexOf(own))));
  }

  private Photo version(int number) {
    byte[] bytes = new byte[100_000 + number];
    Arrays.fill(bytes, (byte) number);
    return Photo.of(bytes);
  }

  /** Keys that have tripped stores up. */
  protected List<String> oddKeys() {
    List<String> keys = new ArrayList<>(OddNames.upTo(1000));
    keys.addAll(List.of("x\ty", "x\ny", "x\ry", "x/y/z/" + "deep/".repeat(150), "é".repeat(512)));
    return keys;
  }

  private static Photo text(String text) {
    return Photo.of(text.getBytes(UTF_8));
  }
}
