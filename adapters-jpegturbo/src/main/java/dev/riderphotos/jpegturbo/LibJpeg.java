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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.locks.LockSupport;

/**
 * The functions of libjpeg that are needed, in its interface of version 6.2.
 *
 * <p>libjpeg ends the process at an error, unless it is given a function that never returns to it.
 * Ours stops the thread for good. It is never called: what makes an error rather than a warning is
 * in a file's header, and headers are written by us.
 */
final class LibJpeg {
  static final int VERSION = 62;

  private final SymbolLookup library;
  private final MemorySegment silence;
  private final MemorySegment stop;
  private final MethodHandle standardErrors;
  private final MethodHandle create;
  private final MethodHandle source;
  private final MethodHandle readHeader;
  private final MethodHandle start;
  private final MethodHandle readLines;
  private final MethodHandle finish;
  private final MethodHandle destroy;

  LibJpeg(SymbolLookup library) throws IOException {
    this.library = library;
    // Does nothing, whatever it is given: what is to be said of damage, our answer says.
    this.silence = address("jpeg_mem_term");
    this.stop = stop();
    this.standardErrors = function("jpeg_std_error", ADDRESS, ADDRESS);
    this.create = procedure("jpeg_CreateDecompress", ADDRESS, JAVA_INT, JAVA_LONG);
    this.source = procedure("jpeg_mem_src", ADDRESS, ADDRESS, JAVA_LONG);
    this.readHeader = function("jpeg_read_header", JAVA_INT, ADDRESS, JAVA_INT);
    this.start = function("jpeg_start_decompress", JAVA_INT, ADDRESS);
    this.readLines = function("jpeg_read_scanlines", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    this.finish = function("jpeg_finish_decompress", JAVA_INT, ADDRESS);
    this.destroy = procedure("jpeg_destroy_decompress", ADDRESS);
  }

  private static MemorySegment stop() {
    try {
      MethodHandle target =
          MethodHandles.lookup()
              .findStatic(
                  LibJpeg.class,
                  "stopForGood",
                  MethodType.methodType(void.class, MemorySegment.class));
      return Linker.nativeLinker()
          .upcallStub(target, FunctionDescriptor.ofVoid(ADDRESS), Arena.global());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("It is in this class", impossible);
    }
  }

  /** Called by libjpeg, which must not be returned to. */
  private static void stopForGood(MemorySegment decoder) {
    System.getLogger(LibJpeg.class.getName())
        .log(System.Logger.Level.ERROR, "libjpeg cannot go on at {0}", decoder.address());
    while (true) {
      LockSupport.park();
    }
  }

  private MemorySegment address(String name) throws IOException {
    return library
        .find(name)
        .orElseThrow(() -> new IOException("The native decoder lacks " + name));
  }

  private MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments)
      throws IOException {
    return Linker.nativeLinker()
        .downcallHandle(address(name), FunctionDescriptor.of(result, arguments));
  }

  private MethodHandle procedure(String name, MemoryLayout... arguments) throws IOException {
    return Linker.nativeLinker()
        .downcallHandle(address(name), FunctionDescriptor.ofVoid(arguments));
  }

  /** Where to stop the thread at an error, for {@code error_exit}. */
  MemorySegment stopping() {
    return stop;
  }

  /** Where nothing is said, for {@code output_message}. */
  MemorySegment silence() {
    return silence;
  }

  void standardErrors(MemorySegment manager) {
    Object _ = call(standardErrors, manager);
  }

  void create(MemorySegment decoder) {
    Object _ = call(create, decoder, VERSION, decoder.byteSize());
  }

  void source(MemorySegment decoder, MemorySegment jpeg) {
    Object _ = call(source, decoder, jpeg, jpeg.byteSize());
  }

  void readHeader(MemorySegment decoder) {
    Object _ = call(readHeader, decoder, 1);
  }

  void start(MemorySegment decoder) {
    Object _ = call(start, decoder);
  }

  /** Reads up to so many lines, and returns how many. */
  int readLines(MemorySegment decoder, MemorySegment lines, int most) {
    try {
      return (int) readLines.invokeExact(decoder, lines, most);
    } catch (Throwable impossible) {
      throw new LinkageError("A native function threw", impossible);
    }
  }

  void finish(MemorySegment decoder) {
    Object _ = call(finish, decoder);
  }

  void destroy(MemorySegment decoder) {
    Object _ = call(destroy, decoder);
  }

  @SuppressWarnings("NullAway") // procedures return null
  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable impossible) {
      throw new LinkageError("A native function threw", impossible);
    }
  }
}
