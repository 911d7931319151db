package dev.riderphotos.event;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All buckets that the features keep, each name once, in the order of their names. Who looks after
 * buckets, whatever for, looks here.
 */
public record Buckets(List<Bucket> list) {
  public Buckets {
    list = List.copyOf(list);
  }

  /**
   * What several features keep, put together. Two that keep one bucket share it: it is open to
   * pages if it is to be for one of them.
   *
   * @throws IllegalArgumentException if one of two that share a bucket is told of what arrives: it
   *     would be told of the other's, too
   */
  public static Buckets of(Collection<Bucket> kept) {
    TreeMap<String, Bucket> byName = new TreeMap<>();
    kept.forEach(bucket -> byName.merge(bucket.name(), bucket, Buckets::shared));
    return new Buckets(List.copyOf(byName.values()));
  }

  public Set<String> names() {
    return list.stream().map(Bucket::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Lists the buckets that have an owner. */
  public List<Bucket> watched() {
    return list.stream().filter(Bucket::watched).toList();
  }

  private static Bucket shared(Bucket one, Bucket other) {
    if (one.watched() || other.watched()) {
      throw new IllegalArgumentException("Two features cannot share the bucket " + one.name());
    }
    return new Bucket(one.name(), null, one.forPages() || other.forPages());
  }
}
