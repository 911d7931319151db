package dev.riderphotos.engine.model;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A network's file beside {@code pack.json}. */
public sealed interface PackFile permits PackNetwork, SignalNetwork {
  /** Its name, which leads nowhere else. */
  Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.onnx");

  /** Lower-case hexadecimal digits. */
  Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** The name of an ONNX file in the pack's folder. */
  String file();

  /** The SHA-256 of the file, 64 small hexadecimal digits. */
  String sha256();

  NetworkInput input();

  /** How many numbers it gives for a picture. */
  int output();

  /** Refuses a name that could lead out of the folder, and what is no hash. */
  static void check(String file, String sha256) {
    requireNonNull(file, "file is missing");
    requireNonNull(sha256, "sha256 is missing");
    if (!NAME.matcher(file).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name of an ONNX file beside pack.json".formatted(file));
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "the sha256 of %s is not 64 small hexadecimal digits".formatted(file));
    }
  }
}
