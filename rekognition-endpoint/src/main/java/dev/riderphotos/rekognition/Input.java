package dev.riderphotos.rekognition;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A structure that a client sent, read member by member. What breaks a constraint of Rekognition's
 * model is refused in the words of its validation, a value of another type as malformed.
 */
final class Input {
  private final JsonNode structure;
  private final String path;

  private Input(JsonNode structure, String path) {
    this.structure = structure;
    this.path = path;
  }

  /** The whole request; of an empty body, one without members. */
  static Input read(ObjectMapper json, byte[] body) {
    JsonNode node = body.length == 0 ? JsonNode.createObjectNode(Map.of()) : parse(json, body);
    if (node == null || !node.isObject()) {
      throw RekognitionException.malformed("The request is not a JSON object");
    }
    return new Input(node, "");
  }

  /** A structure that must be there. */
  Input structure(String member) {
    return structureIfGiven(member).orElseThrow(() -> missing(member));
  }

  Optional<Input> structureIfGiven(String member) {
    return given(member)
        .map(node -> as(node.isObject(), node, member))
        .map(node -> new Input(node, pathOf(member) + "."));
  }

  /** A text that must be there. */
  String text(String member, Text constraint) {
    return textIfGiven(member, constraint).orElseThrow(() -> missing(member));
  }

  Optional<String> textIfGiven(String member, Text constraint) {
    return given(member)
        .map(node -> as(node.isString(), node, member).getStringValue())
        .map(text -> constraint.check(text, pathOf(member)));
  }

  /** A list of texts that must be there. */
  List<String> texts(String member, int min, int max, Text constraint) {
    return textsIfGiven(member, min, max, constraint).orElseThrow(() -> missing(member));
  }

  Optional<List<String>> textsIfGiven(String member, int min, int max, Text constraint) {
    Optional<JsonNode> list = given(member).map(node -> as(node.isArray(), node, member));
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode node : list.get().values()) {
      String text = as(node.isString(), node, member).getStringValue();
      texts.add(constraint.check(text, pathOf(member) + "." + (texts.size() + 1) + ".member"));
    }
    if (texts.size() < min) {
      throw violated(texts, member, "have length greater than or equal to " + min);
    }
    if (texts.size() > max) {
      throw violated(texts, member, "have length less than or equal to " + max);
    }
    return Optional.of(texts);
  }

  int integer(String member, int min, int max, int otherwise) {
    return (int) number(member, min, max, otherwise);
  }

  double number(String member, int min, int max, int otherwise) {
    Optional<JsonNode> given = given(member).map(node -> as(node.isNumber(), node, member));
    double number = given.map(JsonNode::getDoubleValue).orElse((double) otherwise);
    if (number < min) {
      throw violated(plain(number), member, "have value greater than or equal to " + min);
    }
    if (number > max) {
      throw violated(plain(number), member, "have value less than or equal to " + max);
    }
    return number;
  }

  <E extends Enum<E>> E choice(String member, Class<E> type, E otherwise) {
    return textIfGiven(member, Text.oneOf(type))
        .map(name -> Enum.valueOf(type, name))
        .orElse(otherwise);
  }

  Optional<byte[]> bytesIfGiven(String member) {
    return given(member)
        .map(node -> as(node.isString(), node, member).getStringValue())
        .map(text -> decoded(text, member))
        .map(bytes -> notEmpty(bytes, member));
  }

  private static @Nullable JsonNode parse(ObjectMapper json, byte[] body) {
    try {
      return json.readValue(body, JsonNode.class);
    } catch (IOException | RuntimeException malformed) {
      throw RekognitionException.malformed("The request is not JSON");
    }
  }

  private static byte[] decoded(String base64, String member) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException malformed) {
      throw RekognitionException.malformed(member + " is not base64");
    }
  }

  private byte[] notEmpty(byte[] bytes, String member) {
    if (bytes.length == 0) {
      throw violated("", member, "have length greater than or equal to 1");
    }
    return bytes;
  }

  private Optional<JsonNode> given(String member) {
    return Optional.ofNullable(structure.get(member)).filter(node -> !node.isNull());
  }

  private static JsonNode as(boolean expected, JsonNode node, String member) {
    if (!expected) {
      throw RekognitionException.malformed(member + " is of another type than expected");
    }
    return node;
  }

  private RekognitionException missing(String member) {
    return RekognitionException.violated("null", pathOf(member), "not be null");
  }

  private RekognitionException violated(Object value, String member, String constraint) {
    return RekognitionException.violated("'" + value + "'", pathOf(member), constraint);
  }

  /** Names a member as Rekognition does: {@code image.s3Object.bucket}. */
  private String pathOf(String member) {
    return path + member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /**
   * A text must be like this.
   *
   * @param pattern all of it; {@code null} lets all through
   * @param constraint what a text that is not of the pattern is told
   */
  record Text(int min, int max, @Nullable Pattern pattern, String constraint) {
    static Text of(int min, int max) {
      return new Text(min, max, null, "");
    }

    static Text like(int min, int max, String regex) {
      return new Text(
          min, max, Pattern.compile(regex), "satisfy regular expression pattern: " + regex);
    }

    static <E extends Enum<E>> Text oneOf(Class<E> type) {
      String names =
          Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("|"));
      return new Text(
          0,
          Integer.MAX_VALUE,
          Pattern.compile(names),
          "satisfy enum value set: [" + names.replace("|", ", ") + "]");
    }

    String check(String text, String path) {
      String value = "'" + text + "'";
      if (pattern != null && !pattern.matcher(text).matches()) {
        throw RekognitionException.violated(value, path, constraint);
      }
      if (text.length() < min) {
        throw RekognitionException.violated(
            value, path, "have length greater than or equal to " + min);
      }
      if (text.length() > max) {
        throw RekognitionException.violated(
            value, path, "have length less than or equal to " + max);
      }
      return text;
    }
  }
}
