package dev.riderphotos.engine.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pack.json} says; docs/models.md explains each field.
 *
 * @param format of the file: 1
 * @param source where the networks come from
 * @param licence its whole text
 * @param origin what is known of the photos that it was trained on, and what not; null if nothing
 *     is said
 * @param base the built-in model that the pack stands on
 * @param networks those that describe faces, in the order in which their outputs are appended
 * @param userSpread what the squared distance to the mean of several photos of a person lacks, for
 *     ever more photos: 0 or more
 * @param signals what it may say about a photo beside; null if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackManifest(
    int format,
    String id,
    String version,
    String source,
    String licence,
    @Nullable String origin,
    Base base,
    List<PackNetwork> networks,
    List<SimilarityCurve.Point> similarity,
    List<DuplicateLimits.Point> duplicateLimits,
    double userSpread,
    @Nullable Signals signals) {
  private static final int FORMAT = 1;
  private static final int MOST_NETWORKS = 4;
  private static final int LONGEST_TEXT = 100_000;

  /** Takes it as it is, if each field is as docs/models.md says. */
  public PackManifest {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "its format is %d, and only format %d is known".formatted(format, FORMAT));
    }
    PackId _ =
        new PackId(
            requireNonNull(id, "id is missing"), requireNonNull(version, "version is missing"));
    requireNonNull(base, "base is missing");
    checkText("source", source);
    checkText("licence", licence);
    if (origin != null) {
      checkText("origin", origin);
    }
    networks = List.copyOf(requireNonNull(networks, "networks is missing"));
    similarity = new SimilarityCurve(requireNonNull(similarity, "similarity is missing")).points();
    duplicateLimits =
        new DuplicateLimits(requireNonNull(duplicateLimits, "duplicateLimits is missing")).points();
    if (!(userSpread >= 0) || userSpread > 10) {
      throw new IllegalArgumentException("userSpread is 0 to 10");
    }
    checkNetworks(networks, signals);
  }

  /** The base models by the names they have in JSON. */
  public enum Base {
    @JsonProperty("faceapi-1")
    FACEAPI_1(BaseModel.FACEAPI_1),
    @JsonProperty("faceapi-2")
    FACEAPI_2(BaseModel.FACEAPI_2);

    private final BaseModel model;

    Base(BaseModel model) {
      this.model = model;
    }
  }

  /**
   * Advice that a pack can give.
   *
   * @param photoOfPhoto sees the face and what is around it; its score is that of a live person
   * @param eyesClosed sees one eye; its score is that of an open one, and the better eye counts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Signals(@Nullable SignalNetwork photoOfPhoto, @Nullable SignalNetwork eyesClosed) {}

  /**
   * Reads a {@code pack.json}.
   *
   * @throws PackRefusedException when it is not as docs/models.md says, with a sentence
   */
  public static PackManifest read(byte[] json) throws PackRefusedException {
    return PackJson.read(json);
  }

  /** The same networks under another name, with what their distances were measured to mean. */
  public PackManifest calibrated(
      PackId as,
      List<SimilarityCurve.Point> curve,
      List<DuplicateLimits.Point> limits,
      double spread) {
    return new PackManifest(
        format,
        as.name(),
        as.version(),
        source,
        licence,
        origin,
        base,
        networks,
        curve,
        limits,
        spread,
        signals);
  }

  /** The {@code pack.json} that says this. */
  public byte[] toJson() {
    return PackJson.write(this);
  }

  /** Its id and version together. */
  public PackId packId() {
    return new PackId(id, version);
  }

  /** The built-in model that the pack stands on. */
  public BaseModel baseModel() {
    return base.model;
  }

  /** All files that the pack has beside {@code pack.json}. */
  public List<PackFile> files() {
    return files(networks, signals);
  }

  private static List<PackFile> files(List<PackNetwork> networks, @Nullable Signals signals) {
    List<PackFile> files = new ArrayList<>(networks);
    if (signals != null && signals.photoOfPhoto() != null) {
      files.add(signals.photoOfPhoto());
    }
    if (signals != null && signals.eyesClosed() != null) {
      files.add(signals.eyesClosed());
    }
    return files;
  }

  private static void checkText(String field, String text) {
    if (requireNonNull(text, field + " is missing").isBlank() || text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "%s has 1 to %,d characters".formatted(field, LONGEST_TEXT));
    }
  }

  private static void checkNetworks(List<PackNetwork> networks, @Nullable Signals signals) {
    List<PackFile> files = files(networks, signals);
    if (networks.isEmpty() || files.size() > MOST_NETWORKS) {
      throw new IllegalArgumentException(
          "a pack has 1 to %d networks, and one that describes faces among them"
              .formatted(MOST_NETWORKS));
    }
    int length = BaseModel.LENGTH + networks.stream().mapToInt(PackNetwork::output).sum();
    if (length > ModelPack.LONGEST_DESCRIPTOR) {
      throw new IllegalArgumentException(
          "its descriptors would have %,d numbers, and they may have %,d"
              .formatted(length, ModelPack.LONGEST_DESCRIPTOR));
    }
    if (files.stream().map(PackFile::file).distinct().count() < files.size()) {
      throw new IllegalArgumentException("two of its networks have one file");
    }
  }
}
