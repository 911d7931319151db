package dev.riderphotos.jpegturbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of <a href="http://www.leptonica.org">Leptonica</a> that are needed. It catches
 * libjpeg's jumps out of damaged files, which must not pass through Java.
 */
final class Leptonica {
  /** Nothing is written to stderr but what libjpeg says of damage. */
  private static final int SILENT = 6;

  /** No palette, and no picture if libjpeg gave a warning. */
  private static final int PLAIN = 0;

  private final SymbolLookup library;
  private final MethodHandle decode;
  private final MethodHandle width;
  private final MethodHandle height;
  private final MethodHandle depth;
  private final MethodHandle wordsPerLine;
  private final MethodHandle data;
  private final MethodHandle destroy;

  Leptonica(SymbolLookup library) throws IOException {
    this.library = library;
    this.decode =
        function(
            "pixReadMemJpeg", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    this.width = function("pixGetWidth", JAVA_INT, ADDRESS);
    this.height = function("pixGetHeight", JAVA_INT, ADDRESS);
    this.depth = function("pixGetDepth", JAVA_INT, ADDRESS);
    this.wordsPerLine = function("pixGetWpl", JAVA_INT, ADDRESS);
    this.data = function("pixGetData", ADDRESS, ADDRESS);
    this.destroy = procedure("pixDestroy", ADDRESS);
    int _ = number(function("setMsgSeverity", JAVA_INT, JAVA_INT), SILENT);
  }

  private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments)
      throws IOException {
    return handle(name, FunctionDescriptor.of(result, arguments));
  }

  private MethodHandle procedure(String name, MemoryLayout... arguments) throws IOException {
    return handle(name, FunctionDescriptor.ofVoid(arguments));
  }

  private MethodHandle handle(String name, FunctionDescriptor type) throws IOException {
    MemorySegment address =
        library.find(name).orElseThrow(() -> new IOException("The native decoder lacks " + name));
    return Linker.nativeLinker().downcallHandle(address, type);
  }

  /** A picture in the library's memory, or NULL. */
  MemorySegment decode(MemorySegment jpeg, int reduction) {
    try {
      return (MemorySegment)
          decode.invokeExact(jpeg, jpeg.byteSize(), PLAIN, reduction, MemorySegment.NULL, PLAIN);
    } catch (Throwable impossible) {
      throw new LinkageError("A native function threw", impossible);
    }
  }

  int width(MemorySegment pix) {
    return number(width, pix);
  }

  int height(MemorySegment pix) {
    return number(height, pix);
  }

  /** Bits a pixel: 8 or 32. */
  int depth(MemorySegment pix) {
    return number(depth, pix);
  }

  int wordsPerLine(MemorySegment pix) {
    return number(wordsPerLine, pix);
  }

  /** Its lines: pixels lie in words of 32 bits, from their highest bits on. */
  MemorySegment lines(MemorySegment pix) {
    try {
      MemorySegment start = (MemorySegment) data.invokeExact(pix);
      return start.reinterpret(JAVA_INT.byteSize() * wordsPerLine(pix) * height(pix));
    } catch (Throwable impossible) {
      throw new LinkageError("A native function threw", impossible);
    }
  }

  void destroy(MemorySegment pix) {
    try (Arena arena = Arena.ofConfined()) {
      destroy.invokeExact(arena.allocateFrom(ADDRESS, pix));
    } catch (Throwable impossible) {
      throw new LinkageError("A native function threw", impossible);
    }
  }

  private static int number(MethodHandle function, Object argument) {
    try {
      return (int) function.invoke(argument);
    } catch (Throwable impossible) {
      throw new LinkageError("A native function threw", impossible);
    }
  }
}
