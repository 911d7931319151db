package dev.riderphotos.aws.s3;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A store whose buckets are made as they are named, with names that nobody else uses. */
public final class InBucketsOfItsOwn implements PhotoStore {
  private final Aws aws;
  private final PhotoStore store;
  private final Map<String, String> buckets = new ConcurrentHashMap<>();

  public InBucketsOfItsOwn(Aws aws, PhotoStore store) {
    this.aws = aws;
    this.store = store;
  }

  PhotoRef own(PhotoRef ref) {
    return new PhotoRef(buckets.computeIfAbsent(ref.bucket(), aws::newBucket), ref.key());
  }

  @Override
  public void put(PhotoRef ref, Photo photo) {
    store.put(own(ref), photo);
  }

  @Override
  public Optional<Photo> get(PhotoRef ref) {
    return store.get(own(ref));
  }

  @Override
  public OptionalLong size(PhotoRef ref) {
    return store.size(own(ref));
  }

  @Override
  public Optional<String> consent(PhotoRef ref) {
    return store.consent(own(ref));
  }

  @Override
  public void delete(PhotoRef ref) {
    store.delete(own(ref));
  }

  @Override
  public int deleteAll(String bucket, String prefix) {
    return store.deleteAll(own(new PhotoRef(bucket, prefix)).bucket(), prefix);
  }
}
