package dev.riderphotos.app.testkit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The template of CloudFormation's, as YAML has it, with functions in their long form: {@code !Ref
 * X} is {@code {Ref: X}}, and {@code !GetAtt X.Y} is {@code {Fn::GetAtt: [X, Y]}}.
 */
public record Template(String text, Map<String, Object> root) {
  public static final Path FILE = Path.of("..", "deploy", "aws", "template.yaml");
  public static final Path STATE_MACHINE = FILE.resolveSibling("rider-photo-processing.asl.json");

  public static final String FUNCTION = "AWS::Serverless::Function";
  public static final String BUCKET = "AWS::S3::Bucket";
  public static final String BUCKET_POLICY = "AWS::S3::BucketPolicy";
  public static final String TABLE = "AWS::DynamoDB::Table";
  public static final String QUEUE = "AWS::SQS::Queue";
  public static final String RULE = "AWS::Events::Rule";

  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

  public static Template read() throws IOException {
    return of(Files.readString(FILE));
  }

  public static Template of(String text) {
    return new Template(text, new Yaml(new ShortForms()).load(text));
  }

  /** What stands there, whatever it is, by the names of maps and the places of lists. */
  public static Object at(Object node, Object... path) {
    Object at = node;
    for (Object step : path) {
      Object next =
          at instanceof List<?> list
              ? list.get((Integer) step)
              : ((Map<?, ?>) requireNonNull(at)).get(step);
      if (next == null) {
        throw new AssertionError("No %s in %s".formatted(step, at));
      }
      at = next;
    }
    return at;
  }

  public Object get(Object... path) {
    return at(root, path);
  }

  public Map<String, Object> section(String name) {
    return map(get(name));
  }

  /** All resources of a type, with their properties. */
  public Map<String, Map<String, Object>> resources(String type) {
    Map<String, Map<String, Object>> found = new TreeMap<>();
    section("Resources")
        .forEach(
            (name, resource) -> {
              if (at(resource, "Type").equals(type)) {
                found.put(name, map(at(resource, "Properties")));
              }
            });
    return found;
  }

  public Map<String, Object> properties(String resource) {
    return map(get("Resources", resource, "Properties"));
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  /** A list, or the one thing that stands in its place. */
  public static List<Object> list(Object node) {
    return node instanceof List<?> list ? List.copyOf(list) : List.of(node);
  }

  /** The places of a text that something is put into: {@code a} and {@code b} of ${a}-${b}. */
  public static List<String> places(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
  }

  /** All that functions of the template name, with the function's own name. */
  public List<Named> named() {
    List<Named> named = new ArrayList<>();
    collect(root, named);
    return named;
  }

  /** Something that a function names: {@code Ref} and {@code Sender}. */
  public record Named(String function, String name) {}

  private static void collect(Object node, List<Named> named) {
    switch (node) {
      case List<?> list -> list.forEach(each -> collect(requireNonNull(each), named));
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                collect(String.valueOf(key), requireNonNull(value), named);
                collect(value, named);
              });
      default -> {}
    }
  }

  private static void collect(String key, Object value, List<Named> named) {
    switch (key) {
      case "Ref" -> named.add(new Named(key, value.toString()));
      case "Fn::GetAtt" -> named.add(new Named(key, at(value, 0).toString()));
      case "Fn::If" -> named.add(new Named("Condition", at(value, 0).toString()));
      case "Condition" -> {
        if (value instanceof String condition) {
          named.add(new Named(key, condition));
        }
      }
      case "Fn::Sub" -> {
        Map<String, Object> own = value instanceof List<?> list ? map(at(list, 1)) : Map.of();
        places(list(value).getFirst().toString()).stream()
            .filter(place -> !own.containsKey(place))
            .forEach(place -> named.add(new Named(key, place)));
      }
      default -> {}
    }
  }

  /** A text in which all that stands between braces is replaced; nothing may be left over. */
  public static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    requireNonNull(values.get(place.group(1)), place.group())));
  }

  /** Reads {@code !Sub} and its like as the maps that they stand for. */
  private static final class ShortForms extends SafeConstructor {
    ShortForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new ShortForm());
    }

    private final class ShortForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        Object value = value(node);
        return switch (name) {
          case "Ref" -> Map.of(name, value);
          case "GetAtt" -> Map.of("Fn::GetAtt", List.of(value.toString().split("\\.", 2)));
          default -> Map.of("Fn::" + name, value);
        };
      }

      private Object value(Node node) {
        return switch (node) {
          case ScalarNode scalar -> constructScalar(scalar);
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new IllegalArgumentException(node.toString());
        };
      }
    }
  }
}
