package dev.riderphotos.jpegturbo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library in its jar. */
final class PackedLibrary {
  private static final String PLACE = "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6";

  private PackedLibrary() {}

  /** From a folder that nobody else may enter, and that is gone afterwards. */
  static SymbolLookup load() throws IOException {
    if (!fits(System.getProperty("os.name"), System.getProperty("os.arch"))) {
      throw new FileNotFoundException("There is no native decoder for this platform");
    }
    Path folder = Files.createTempDirectory("rider-photos-jpeg");
    try {
      return load(folder.resolve("library.so"));
    } finally {
      Files.delete(folder);
    }
  }

  private static SymbolLookup load(Path file) throws IOException {
    try (InputStream library = PackedLibrary.class.getResourceAsStream(PLACE)) {
      if (library == null) {
        throw new FileNotFoundException("The native decoder is not on the class path");
      }
      long _ = Files.copy(library, file);
      return SymbolLookup.libraryLookup(file, Arena.global());
    } catch (IllegalArgumentException unusable) {
      throw new IOException("The native decoder cannot be loaded", unusable);
    } finally {
      boolean _ = Files.deleteIfExists(file);
    }
  }

  private static boolean fits(String system, String processor) {
    return system.equals("Linux") && processor.equals("amd64");
  }
}
