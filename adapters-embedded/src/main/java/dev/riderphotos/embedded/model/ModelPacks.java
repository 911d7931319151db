package dev.riderphotos.embedded.model;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.Faults;
import dev.riderphotos.embedded.Tree;
import dev.riderphotos.engine.PackTrial;
import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelPack;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.engine.model.PackId;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.PackRefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The model packs of a data folder, each in a folder {@code ID@VERSION} of its own. A pack is there
 * whole or not at all, and does not change; any process may add one beside others that use it.
 *
 * <p>One is added at a time: the others wait. What is being added lies in a folder beside the
 * packs, and not where a server that starts would sweep it away; what one that was killed had begun
 * goes when the next is added.
 */
public final class ModelPacks {
  private static final String LOCK = ".lock";
  private static final String BEGUN = ".adding-";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Locks of files are between processes, and this one is between threads. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path folder;
  private final String npm;

  /**
   * Reads nothing yet.
   *
   * @param folder need not be there
   */
  public ModelPacks(Path folder) {
    this(folder, NpmPackage.CLIENT);
  }

  /**
   * As {@link #ModelPacks(Path)}, with another npm.
   *
   * @param npm the program's name or path
   */
  ModelPacks(Path folder, String npm) {
    this.folder = folder;
    this.npm = npm;
  }

  /**
   * What came of adding one.
   *
   * @param already whether it was there before
   */
  public record Added(ModelPack pack, boolean already) {}

  /**
   * What was changed by hand and is no pack any more.
   *
   * @param name of its folder
   * @param why a sentence
   */
  public record Damaged(String name, String why) {}

  /** Lists those there are, in the order of their names, but for {@link #damaged}. */
  public List<ModelPack> list() throws IOException {
    List<ModelPack> packs = new ArrayList<>();
    for (Path entry : entries()) {
      try {
        packs.add(read(entry));
      } catch (PackRefusedException _) {
        // This one is among the damaged.
      }
    }
    return packs;
  }

  /** Lists what lies among the packs and is none, in the order of the names. */
  public List<Damaged> damaged() throws IOException {
    List<Damaged> damaged = new ArrayList<>();
    for (Path entry : entries()) {
      try {
        ModelPack _ = read(entry);
      } catch (PackRefusedException refused) {
        damaged.add(
            new Damaged(entry.getFileName().toString(), String.valueOf(refused.getMessage())));
      }
    }
    return damaged;
  }

  /**
   * Finds the one of this name; empty if there is none.
   *
   * @throws PackRefusedException when it was changed by hand and is no pack any more
   */
  public Optional<ModelPack> find(PackId id) throws IOException {
    Path of = folder.resolve(id.toString());
    return Files.exists(of, LinkOption.NOFOLLOW_LINKS) ? Optional.of(read(of)) : Optional.empty();
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
          "use the face model %s: its pack is damaged. Remove it with ./rider-photos models remove"
                  .formatted(version)
              + " %s, and add it again".formatted(id),
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
   * @throws StorageException when the disk is full, or something cannot be read or written
   */
  public Added add(Path source) throws PackRefusedException {
    try {
      return locked(() -> add(staging -> PackCopy.of(source, staging)));
    } catch (PackRefusedException refused) {
      throw refused;
    } catch (IOException fault) {
      throw fault(fault);
    }
  }

  /**
   * Adds a pack that is fetched, unless it is there; else as {@link #add(Path)}.
   *
   * @throws PackFetchException when it cannot be fetched
   */
  public Added add(PackRecipe recipe) throws PackRefusedException, PackFetchException {
    try {
      return locked(
          () -> {
            Optional<ModelPack> there = find(recipe.manifest().packId());
            return there.isPresent()
                ? already(there.get(), recipe.manifest())
                : add(staging -> recipe.build(staging, npm));
          });
    } catch (PackRefusedException | PackFetchException told) {
      throw told;
    } catch (IOException fault) {
      throw fault(fault);
    }
  }

  /** Whether there was one, damaged or not. Nobody may be using it. */
  public boolean remove(PackId id) throws IOException {
    Path of = folder.resolve(id.toString());
    if (!Files.exists(of, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    locked(
        () -> {
          Path gone = Files.createTempDirectory(folder, BEGUN).resolve("removed");
          Files.move(of, gone, StandardCopyOption.ATOMIC_MOVE);
          AtomicFile.sync(folder);
          sweep();
          return gone;
        });
    return true;
  }

  /** Puts a pack into an empty folder. */
  private interface Filling {
    void into(Path staging) throws IOException;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private Added add(Filling filling) throws IOException {
    Path staging = Files.createTempDirectory(folder, BEGUN);
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
      Tree.delete(staging);
    }
  }

  /** Runs it while no other process and no other thread adds or removes a pack. */
  private <T> T locked(Work<T> work) throws IOException {
    synchronized (ONE_AT_A_TIME) {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        sweep();
        return work.run();
      }
    }
  }

  /** Whoever began these was killed. */
  private void sweep() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path begun : entries.filter(entry -> name(entry).startsWith(BEGUN)).toList()) {
        Tree.delete(begun);
      }
    }
  }

  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .filter(entry -> !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static ModelPack read(Path entry) throws PackRefusedException {
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      throw new PackRefusedException("It is no folder, and links are not followed.");
    }
    try {
      ModelPack pack = ModelPack.read(entry);
      if (!pack.id().toString().equals(name(entry))) {
        throw new PackRefusedException("Its pack.json is that of %s.".formatted(pack.id()));
      }
      return pack;
    } catch (PackRefusedException refused) {
      throw refused;
    } catch (IOException unreadable) {
      throw new PackRefusedException("It cannot be read.", unreadable);
    }
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
            + PackRecipe.of(id).map(PackRecipe::id).orElse("PACK, its folder or ZIP file"),
        false,
        new IllegalStateException("no pack " + id));
  }

  private static StorageException fault(IOException fault) {
    return StorageException.of("add the pack: " + Faults.words(fault), fault);
  }

  private static String name(Path entry) {
    return entry.getFileName().toString();
  }
}
