package dev.riderphotos.app.command;

import dev.riderphotos.extraction.ChainId;
import dev.riderphotos.extraction.CropId;
import dev.riderphotos.extraction.Extraction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what became of one picture.
 *
 * @param status one of EXTRACTED, SKIPPED (it was done before), NO_FACES, IGNORED, FAILED
 * @param told more of it, for people
 * @param more of it, for programs
 */
record ExtractionLine(Path file, String status, String told, Map<String, Object> more) {
  private static final String FAILED = "FAILED";

  static ExtractionLine of(Path file, Extraction extraction) {
    return switch (extraction) {
      case Extraction.Extracted(var chain, var crops, _) when crops.isEmpty() ->
          new ExtractionLine(file, "NO_FACES", "", Map.of("chainId", chain.toString()));
      case Extraction.Extracted(var chain, var crops, boolean before) ->
          extracted(file, before ? "SKIPPED" : "EXTRACTED", chain, crops);
      case Extraction.Ignored _ -> new ExtractionLine(file, "IGNORED", "not JPEG or PNG", Map.of());
      case Extraction.Unusable(var problem) -> failed(file, problem.name());
    };
  }

  static ExtractionLine failed(Path file, String reason) {
    return new ExtractionLine(file, FAILED, reason, Map.of("reason", reason));
  }

  boolean failed() {
    return status.equals(FAILED);
  }

  String text() {
    return "%-9s  %s  %s".formatted(status.replace('_', ' '), file, told).strip();
  }

  /** Puts the members in the order in which they are to be read. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("status", status);
    json.putAll(more);
    return json;
  }

  private static ExtractionLine extracted(
      Path file, String status, ChainId chain, List<CropId> crops) {
    String faces = crops.size() == 1 ? "1 face" : crops.size() + " faces";
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("chainId", chain.toString());
    more.put("crops", crops.stream().map(CropId::image).toList());
    return new ExtractionLine(file, status, faces + " in " + chain.folder(), more);
  }
}
