package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of programs that write down how they were called, and answer what a test has them
 * answer; nothing, if it does not say.
 */
public final class RecordingPrograms {
  /** What is asked of a bucket, is answered by the bucket. */
  private static final String SCRIPT =
      """
      #!/bin/sh
      dir=$(dirname "$0")
      printf '%s\\n' "$(basename "$0") $*" >>"$dir/calls"
      case $* in *file://*)
        file=${*##*file://}
        cat "${file%% *}" >>"$dir/documents"
        echo >>"$dir/documents" ;;
      esac
      key=$1_$2
      case $1 in s3api) key=$1_$2_$4 ;; esac
      [ -d "$dir/answers/$key" ] || exit 0
      set -- "$dir/answers/$key"/*
      code=$(head -n 1 "$1")
      if [ "$code" = 0 ]; then tail -n +2 "$1"; else tail -n +2 "$1" >&2; fi
      [ $# = 1 ] || rm "$1"
      exit "$code"
      """;

  private final Path folder;

  private RecordingPrograms(Path folder) {
    this.folder = folder;
  }

  /** Puts some programs into a folder, which is to be on a {@code PATH}. */
  public static RecordingPrograms in(Path folder, String... names) throws IOException {
    for (String name : names) {
      Path file = Files.writeString(folder.resolve(name), SCRIPT);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
    return new RecordingPrograms(folder);
  }

  /** A {@code PATH} on which they are first. */
  public String path() {
    return folder + ":" + System.getenv("PATH");
  }

  /**
   * Has a call answered; more answers to the same call follow in their order, the last again and
   * again.
   *
   * @param call by its first two words, such as {@code cloudformation deploy}, with the bucket
   *     behind calls of s3api
   */
  public void answer(String call, String text) throws IOException {
    add(call, 0, text);
  }

  /** Has a call fail with a text on standard error. */
  public void fail(String call, String text) throws IOException {
    add(call, 254, text);
  }

  /** Has no answers for a call any more. */
  public void forget(String call) throws IOException {
    Folders.delete(answers(call));
  }

  private void add(String call, int code, String text) throws IOException {
    Path answers = Files.createDirectories(answers(call));
    try (Stream<Path> given = Files.list(answers)) {
      String name = "%06d".formatted(given.count());
      Files.writeString(answers.resolve(name), code + "\n" + text + "\n");
    }
  }

  private Path answers(String call) {
    return folder.resolve("answers").resolve(call.replace(' ', '_'));
  }

  /** All calls, in their order, as they were typed. */
  public List<String> calls() throws IOException {
    return lines("calls");
  }

  /** What stood in the files that calls named. */
  public List<String> documents() throws IOException {
    return lines("documents");
  }

  public void forgetCalls() throws IOException {
    Files.deleteIfExists(folder.resolve("calls"));
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
  }
}
