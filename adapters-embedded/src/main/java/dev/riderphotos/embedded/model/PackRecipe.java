package dev.riderphotos.embedded.model;

import dev.riderphotos.embedded.Tree;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.PackFile;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.PackRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A pack that can be fetched: we know where its networks are, and how they are to be used. */
public enum PackRecipe {
  /**
   * The npm package of Faceplugin: a network of MobileFaceNet's kind that describes faces, and one
   * each for photos of photos and closed eyes.
   */
  FACEPLUGIN(
      "faceplugin",
      new NpmPackage(
          "faceplugin-face-recognition-js",
          "0.0.1",
          "sha512-shriXjd4zJHEwhK1jHK+bWo8Vv6Vu9B/w6RRsd4AFtNM/jaI2vhuOamOSMl9qQmLd8WlQ7dgqN"
              + "+3C2iOi5pXWw=="),
      "package/model/");

  private final String id;
  private final NpmPackage source;
  private final String path;

  PackRecipe(String id, NpmPackage source, String path) {
    this.id = id;
    this.source = source;
    this.path = path;
  }

  /** The one that makes this pack; empty if none does. */
  static Optional<PackRecipe> of(PackId id) {
    return Arrays.stream(values())
        .filter(recipe -> recipe.manifest().packId().equals(id))
        .findAny();
  }

  /** What operators call it, which is also the pack's id. */
  public String id() {
    return id;
  }

  /** What the pack will say of itself. */
  public PackManifest manifest() {
    try {
      return PackManifest.read(json());
    } catch (IOException impossible) {
      throw new UncheckedIOException("Our own pack.json cannot be read", impossible);
    }
  }

  /**
   * Fetches the networks and makes a pack of them.
   *
   * @param folder an empty one, which becomes the pack
   * @param npm the program that fetches
   * @throws PackFetchException when they cannot be fetched
   * @throws PackRefusedException when they are not those that are known
   */
  void build(Path folder, String npm) throws IOException {
    Path fetched = Files.createDirectory(folder.resolve("fetched"));
    Path archive = source.fetch(fetched, npm);
    NpmPackage.extract(
        archive,
        manifest().files().stream()
            .map(PackFile::file)
            .map(path::concat)
            .collect(Collectors.toSet()),
        folder);
    Tree.delete(fetched);
    Files.write(folder.resolve(ModelPack.MANIFEST), json());
  }

  private byte[] json() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(PackRecipe.class.getResourceAsStream(id + ".json"))) {
      return json.readAllBytes();
    }
  }
}
