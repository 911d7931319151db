package dev.riderphotos.jpegturbo;

import dev.riderphotos.natives.KeptLibrary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The library in its jar. */
final class LeptonicaLibrary {
  private static final String PLACE = "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6";

  private LeptonicaLibrary() {}

  /**
   * From the folder where it is kept, if there is one; else from one that nobody else may enter,
   * gone afterwards.
   */
  static SymbolLookup load(Optional<Path> folder) throws IOException {
    if (!fits(System.getProperty("os.name"), System.getProperty("os.arch"))) {
      throw new FileNotFoundException("There is no native decoder for this platform");
    }
    URL packed = LeptonicaLibrary.class.getResource(PLACE);
    if (packed == null) {
      throw new FileNotFoundException("The native decoder is not on the class path");
    }
    Optional<Path> kept = folder.flatMap(place -> KeptLibrary.keepIfPossible(packed, place));
    return kept.isPresent() ? lookup(kept.get()) : unpacked(packed);
  }

  private static SymbolLookup unpacked(URL packed) throws IOException {
    Path folder = Files.createTempDirectory("rider-photos-jpeg");
    Path file = folder.resolve("library.so");
    try (InputStream library = packed.openStream()) {
      long _ = Files.copy(library, file);
      return lookup(file);
    } finally {
      boolean _ = Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static SymbolLookup lookup(Path file) throws IOException {
    try {
      return SymbolLookup.libraryLookup(file, Arena.global());
    } catch (IllegalArgumentException unusable) {
      throw new IOException("The native decoder cannot be loaded", unusable);
    }
  }

  private static boolean fits(String system, String processor) {
    return system.equals("Linux") && processor.equals("amd64");
  }
}
