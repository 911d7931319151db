package dev.riderphotos.engine.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.stream.Collectors;

/** {@code pack.json}: strict, so that a typing error is no setting that nobody made. */
final class PackJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private PackJson() {}

  static PackManifest read(byte[] json) throws PackRefusedException {
    try {
      PackManifest manifest = JSON.readValue(json, PackManifest.class);
      if (manifest == null) {
        throw new PackRefusedException("pack.json is empty.");
      }
      return manifest;
    } catch (PackRefusedException refused) {
      throw refused;
    } catch (JacksonException unreadable) {
      throw new PackRefusedException(sentence(unreadable), unreadable);
    } catch (IOException noCharacters) { // it may be taken for UTF-32 and not be that either
      throw new PackRefusedException("pack.json is not text in UTF-8.", noCharacters);
    }
  }

  static byte[] write(PackManifest manifest) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    } catch (JacksonException impossible) {
      throw new IllegalStateException("A manifest is plain values", impossible);
    }
  }

  private static String sentence(JacksonException unreadable) {
    String where = unreadable instanceof JsonMappingException mapping ? place(mapping) : "";
    String at = where.isEmpty() ? "" : " at " + where;
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown ->
          "pack.json has a field that is not known: %s.".formatted(where);
      case ValueInstantiationException wrong when wrong.getCause() != null ->
          "pack.json is not right%s: %s.".formatted(at, wrong.getCause().getMessage());
      default -> "pack.json is not right%s: %s.".formatted(at, unreadable.getOriginalMessage());
    };
  }

  private static String place(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
