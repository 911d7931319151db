package dev.riderphotos.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.PhotoStoreContract;
import dev.riderphotos.testkit.Photos;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@OnAws
class S3PhotoStoreTest extends PhotoStoreContract {
  private final Aws aws;
  private final S3PhotoStore s3;
  private final InBucketsOfItsOwn store;

  S3PhotoStoreTest(Aws aws) {
    this.aws = aws;
    this.s3 = new S3PhotoStore(aws.s3(), Set.of());
    this.store = new InBucketsOfItsOwn(aws, s3);
  }

  @Override
  protected PhotoStore store() {
    return store;
  }

  @Override
  protected void putSaying(String consent, PhotoRef where, Photo what) {
    PhotoRef own = store.own(where);
    aws.s3()
        .putObject(
            put -> put.bucket(own.bucket()).key(own.key()).metadata(Map.of("consent", consent)),
            RequestBody.fromBytes(what.bytes()));
  }

  /**
   * S3Proxy keeps objects as files: none can be a folder of another, and paths are tidied before
   * signatures are compared. S3 itself takes them all.
   */
  @Override
  protected List<String> oddKeys() {
    if (!aws.inThisJvm()) {
      return super.oddKeys();
    }
    return super.oddKeys().stream()
        .filter(key -> !key.startsWith("x/") && !key.startsWith("/") && !key.contains("//"))
        .filter(key -> Arrays.stream(key.split("/", -1)).noneMatch(part -> part.matches("\\.\\.?")))
        .toList();
  }

  @Test
  void anObjectSaysWhatItIs() {
    PhotoRef ref = new PhotoRef(aws.newBucket("types"), "photo");

    s3.put(ref, Photos.oneFace());
    assertThat(typeOf(ref)).isEqualTo("image/jpeg");

    s3.put(ref, Photo.of(new byte[] {1, 2, 3}));
    assertThat(typeOf(ref)).isEqualTo("application/octet-stream");
  }

  @Test
  void ofAnObjectLargerThanAnyPhotoOnlyTheBeginningIsRead() {
    PhotoRef ref = new PhotoRef(aws.newBucket("large"), "photo");
    aws.s3()
        .putObject(
            put -> put.bucket(ref.bucket()).key(ref.key()),
            RequestBody.fromBytes(new byte[Photo.MAX_BYTES + 5_000_000]));

    assertThat(s3.get(ref))
        .hasValueSatisfying(photo -> assertThat(photo.size()).isEqualTo(Photo.MAX_BYTES + 1));
    assertThat(s3.get(ref)).isPresent(); // the connection that was cut is not used again
  }

  @Test
  void aMissingBucketIsAFaultThatDoesNotPass() {
    PhotoRef nowhere = new PhotoRef(Aws.uniqueName("nowhere"), "photo");
    S3PhotoStore unwell = new S3PhotoStore(aws.s3(), Set.of(nowhere.bucket()));

    assertDoesNotPass(() -> s3.put(nowhere, Photos.oneFace()));
    assertDoesNotPass(() -> s3.get(nowhere));
    assertDoesNotPass(unwell::check);
  }

  @Test
  void isWellWhenItsBucketsAnswer() {
    new S3PhotoStore(aws.s3(), Set.of(aws.newBucket("one"), aws.newBucket("other"))).check();
  }

  private static void assertDoesNotPass(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            BackendException.class, fault -> assertThat(fault.retryable()).isFalse());
  }

  private String typeOf(PhotoRef ref) {
    return aws.s3().headObject(head -> head.bucket(ref.bucket()).key(ref.key())).contentType();
  }
}
