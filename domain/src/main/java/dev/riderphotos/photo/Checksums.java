package dev.riderphotos.photo;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checksums of content that comes in piece by piece, to hold against what its sender said. */
public final class Checksums {
  private final List<Checksum> said;
  private final Map<ChecksumAlgorithm, ChecksumAlgorithm.Running> running =
      new EnumMap<>(ChecksumAlgorithm.class);

  /**
   * @param said by the sender, before the content
   */
  public Checksums(Collection<Checksum> said) {
    this.said = List.copyOf(said);
    running.put(ChecksumAlgorithm.MD5, ChecksumAlgorithm.MD5.start());
    this.said.forEach(sum -> running.computeIfAbsent(sum.algorithm(), ChecksumAlgorithm::start));
  }

  /** Adds the next bytes of the content. */
  public void update(byte[] piece) {
    running.values().forEach(sum -> sum.update(piece));
  }

  /** Ends the content, and says what its checksums are. */
  public Result end() {
    Map<ChecksumAlgorithm, byte[]> values = new EnumMap<>(ChecksumAlgorithm.class);
    running.forEach((algorithm, sum) -> values.put(algorithm, sum.value()));
    boolean asSaid =
        said.stream().allMatch(sum -> Arrays.equals(sum.value(), values.get(sum.algorithm())));
    byte[] md5 = Objects.requireNonNull(values.get(ChecksumAlgorithm.MD5));
    return new Result(HexFormat.of().formatHex(md5), asSaid);
  }

  /**
   * What the content's checksums are.
   *
   * @param etag the MD5 in hexadecimal digits: the ETag of S3 for what is put in one piece
   * @param asSaid whether all are what the sender said
   */
  public record Result(String etag, boolean asSaid) {}
}
