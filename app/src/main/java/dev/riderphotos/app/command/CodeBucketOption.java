package dev.riderphotos.app.command;

import picocli.CommandLine.Option;

/** Where the functions are put, for Lambda to find. */
final class CodeBucketOption {
  @Option(
      names = "--bucket",
      paramLabel = "NAME",
      required = true,
      description = "A bucket of yours that the functions are put into, in the same region.")
  private String name;

  String name() {
    return name;
  }
}
