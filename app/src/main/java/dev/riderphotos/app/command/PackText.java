package dev.riderphotos.app.command;

import dev.riderphotos.engine.model.DuplicateLimits;
import dev.riderphotos.engine.model.PackManifest;
import dev.riderphotos.engine.model.PackNetwork;
import dev.riderphotos.engine.model.SimilarityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people read about a model pack. */
final class PackText {
  private PackText() {}

  /** All of it. */
  static String of(PackManifest manifest) {
    List<String> lines = new ArrayList<>();
    lines.add("%s, for %s".formatted(manifest.packId(), manifest.baseModel().id()));
    lines.add("  source      " + manifest.source());
    lines.add("  networks    " + networks(manifest));
    lines.add("  signals     " + signals(manifest));
    lines.add("  similarity  " + curve(manifest.similarity()));
    lines.add("  duplicates  " + limits(manifest.duplicateLimits()));
    lines.add("");
    lines.add(origin(manifest));
    return String.join(System.lineSeparator(), lines);
  }

  /** Where it comes from, under which terms, and what nobody knows of it. */
  static String origin(PackManifest manifest) {
    return String.join(
        System.lineSeparator(),
        "Source: " + manifest.source(),
        "",
        "Origin: " + (manifest.origin() == null ? "the pack says nothing." : manifest.origin()),
        "",
        "Licence:",
        manifest.licence().strip().indent(2).stripTrailing());
  }

  private static String networks(PackManifest manifest) {
    return manifest.networks().stream().map(PackText::network).collect(Collectors.joining(", "));
  }

  private static String network(PackNetwork network) {
    return "%s (%d numbers, weight %s)"
        .formatted(network.file(), network.output(), network.weight());
  }

  private static String signals(PackManifest manifest) {
    PackManifest.Signals signals = manifest.signals();
    List<String> names = new ArrayList<>();
    if (signals != null && signals.photoOfPhoto() != null) {
      names.add("photo of a photo");
    }
    if (signals != null && signals.eyesClosed() != null) {
      names.add("eyes closed");
    }
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String curve(List<SimilarityCurve.Point> points) {
    return points.stream()
        .map(point -> "%s at %s".formatted(number(point.similarity()), number(point.distance())))
        .collect(Collectors.joining(", "));
  }

  private static String limits(List<DuplicateLimits.Point> points) {
    return points.stream()
        .map(point -> "%s among %,d".formatted(number(point.distance()), point.faces()))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
