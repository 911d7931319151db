package dev.riderphotos.engine.internal.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a weights manifest of TensorFlow.js: which tensors lie back to back in the binary file.
 *
 * <pre>[{"weights": [{"name", "shape", "dtype", "quantization"?: {"dtype", "scale", "min"}}], …}]
 * </pre>
 */
final class Manifest {
  private static final JsonFactory JSON = new JsonFactory();

  private Manifest() {}

  /** The tensors in the order of the binary file. */
  static List<TensorEntry> read(InputStream manifest) throws IOException {
    List<TensorEntry> entries = new ArrayList<>();
    try (JsonParser json = JSON.createParser(manifest)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_ARRAY && "weights".equals(json.currentName())) {
          readEntries(json, entries);
        }
      }
    }
    return entries;
  }

  private static void readEntries(JsonParser json, List<TensorEntry> entries) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      entries.add(readEntry(json));
    }
  }

  private static TensorEntry readEntry(JsonParser json) throws IOException {
    String name = "";
    int[] shape = {};
    Encoding encoding = new Encoding.Plain();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "name" -> name = json.getText();
        case "shape" -> shape = readShape(json);
        case "quantization" -> encoding = readQuantization(json);
        default -> json.skipChildren();
      }
    }
    return new TensorEntry(name, shape, encoding);
  }

  private static int[] readShape(JsonParser json) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      lengths.add(json.getIntValue());
    }
    return lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Encoding readQuantization(JsonParser json) throws IOException {
    double scale = 0;
    double min = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "scale" -> scale = json.getDoubleValue();
        case "min" -> min = json.getDoubleValue();
        default -> json.skipChildren();
      }
    }
    return new Encoding.Quantized(scale, min);
  }
}
