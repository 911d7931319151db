package dev.riderphotos.embedded.model;

import dev.riderphotos.BackendException;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.engine.PackTrial;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.PackRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The model packs of a data folder, each in a folder {@code ID@VERSION} of its own. A pack is there
 * whole or not at all, and does not change; any process may add one beside others that use it.
 */
public final class ModelPacks {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final Path temporary;

  /**
   * Reads nothing yet.
   *
   * @param folder need not be there
   * @param temporary a folder of the same file system
   */
  public ModelPacks(Path folder, Path temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * What came of adding one.
   *
   * @param already whether it was there before
   */
  public record Added(ModelPack pack, boolean already) {}

  /**
   * Lists those there are, in the order of their names.
   *
   * @throws PackRefusedException when one was changed by hand and cannot be read any more
   */
  public List<ModelPack> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<ModelPack> packs = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
        packs.add(ModelPack.read(entry));
      }
    }
    return packs;
  }

  /**
   * Finds the one of this name; empty if there is none.
   *
   * @throws PackRefusedException when it was changed by hand and cannot be read any more
   */
  public Optional<ModelPack> find(PackId id) throws IOException {
    Path of = folder.resolve(id.toString());
    return Files.isDirectory(of) ? Optional.of(ModelPack.read(of)) : Optional.empty();
  }

  /**
   * The model of a version.
   *
   * @throws BackendException when its pack is not there or was damaged, with what to do; trying
   *     again does not help
   */
  public FaceModel model(ModelVersion version) {
    PackId id = version.pack();
    if (id == null) {
      return FaceModel.of(version.base());
    }
    try {
      return find(id)
          .filter(pack -> pack.version().equals(version))
          .map(ModelPack::model)
          .orElseThrow(() -> missing(version, id));
    } catch (IOException damaged) {
      throw new BackendException(
          "use the face model %s: its pack is damaged. Remove it from the folder %s, and add it"
                  .formatted(version, folder.resolve(id.toString()))
              + " again",
          false,
          damaged);
    }
  }

  /**
   * Adds a pack: looks at all of it, tries it in a process of its own, and only then gives it its
   * place. Adding the same again is harmless.
   *
   * @param source a folder or a ZIP file
   * @throws PackRefusedException when it is not as packs must be, or there is another of its id and
   *     version; nothing is left of it then
   */
  public Added add(Path source) throws IOException {
    return add(staging -> PackCopy.of(source, staging));
  }

  /**
   * Adds a pack that is fetched, unless it is there; else as {@link #add(Path)}.
   *
   * @throws PackFetchException when it cannot be fetched
   */
  public Added add(PackRecipe recipe) throws IOException {
    Optional<ModelPack> there = find(recipe.manifest().packId());
    return there.isPresent() ? already(there.get(), recipe.manifest()) : add(recipe::build);
  }

  /** Puts a pack into an empty folder. */
  private interface Filling {
    void into(Path staging) throws IOException;
  }

  private Added add(Filling filling) throws IOException {
    Path staging = Files.createTempDirectory(temporary, "pack-");
    try {
      filling.into(staging);
      restrict(staging);
      ModelPack pack = ModelPack.read(staging);
      pack.check();
      Optional<ModelPack> there = find(pack.id());
      if (there.isPresent()) {
        return already(there.get(), pack.manifest());
      }
      PackTrial.of(pack);
      return new Added(move(pack), false);
    } finally {
      delete(staging);
    }
  }

  /** Whether there was one. Nobody may be using it. */
  public boolean remove(PackId id) throws IOException {
    Path of = folder.resolve(id.toString());
    if (!Files.isDirectory(of)) {
      return false;
    }
    Path staging = Files.createTempDirectory(temporary, "pack-");
    Files.move(of, staging.resolve("removed"), StandardCopyOption.ATOMIC_MOVE);
    AtomicFile.sync(folder);
    delete(staging);
    return true;
  }

  private static Added already(ModelPack there, PackManifest manifest) throws PackRefusedException {
    if (!there.manifest().equals(manifest)) {
      throw new PackRefusedException(
          "Another pack is called %s already: give this one another version, or remove that one."
              .formatted(manifest.packId()));
    }
    return new Added(there, true);
  }

  private ModelPack move(ModelPack pack) throws IOException {
    Path place = folder.resolve(pack.id().toString());
    AtomicFile.move(pack.folder(), place);
    return ModelPack.read(place);
  }

  /** The owner's alone, whatever it was where it comes from. */
  private static void restrict(Path staging) throws IOException {
    if (!staging.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (Stream<Path> files = Files.list(staging)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, OWNER_ONLY);
      }
    }
  }

  private static BackendException missing(ModelVersion version, PackId id) {
    return new BackendException(
        "use the face model %s: its pack is not in the data folder. Add it with ./rider-photos models"
                .formatted(version)
            + " add "
            + id.name(),
        false,
        new IllegalStateException("no pack " + id));
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
