package dev.riderphotos.web.extraction;

import dev.riderphotos.extraction.ChainId;
import dev.riderphotos.extraction.CropId;
import dev.riderphotos.extraction.Extractions;
import dev.riderphotos.web.extraction.ExtractionAnswer.Crop;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Extractions with the documents that are kept with their crops. */
@Singleton
final class ExtractionAnswers {
  private static final Argument<Map<String, Object>> DOCUMENT =
      Argument.mapOf(String.class, Object.class);

  private final Extractions extractions;
  private final ObjectMapper json;

  ExtractionAnswers(Extractions extractions, ObjectMapper json) {
    this.extractions = extractions;
    this.json = json;
  }

  ExtractionAnswer of(ChainId chain) {
    return of(chain, extractions.crops(chain));
  }

  /** A crop that is forgotten just now is left out. */
  ExtractionAnswer of(ChainId chain, List<CropId> crops) {
    return ExtractionAnswer.of(
        chain.toString(), crops.stream().flatMap(id -> crop(id).stream()).toList());
  }

  static String path(ChainId chain) {
    return "/v1/extractions/" + chain;
  }

  private Optional<Crop> crop(CropId id) {
    return extractions
        .document(id)
        .map(document -> new Crop(id.toString(), path(id.chain()) + "/" + id, parsed(document)));
  }

  private Map<String, Object> parsed(byte[] document) {
    try {
      return json.readValue(document, DOCUMENT);
    } catch (IOException damaged) {
      throw new UncheckedIOException("A document that we did not write", damaged);
    }
  }
}
