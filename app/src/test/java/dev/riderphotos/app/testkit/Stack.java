package dev.riderphotos.app.testkit;

import static dev.riderphotos.app.testkit.Template.at;
import static dev.riderphotos.app.testkit.Template.list;
import static dev.riderphotos.app.testkit.Template.map;

import dev.riderphotos.aws.testkit.Permission;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What CloudFormation makes of the template: names and ARNs of a stack called {@code rp}. */
public record Stack(Template template) {
  public static final String NAME = "rp";
  public static final String ACCOUNT = "123456789012";
  public static final String REGION = "eu-central-1";
  public static final String SENDER = "photos@example.com";

  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::StackName", NAME,
          "AWS::AccountId", ACCOUNT,
          "AWS::Region", REGION,
          "AWS::Partition", "aws");

  /** What Lambda asks for by a function's role, by the names of the statements. */
  public static final Map<String, Set<String>> OF_LAMBDA =
      Map.of(
          "Logs", Set.of("logs:CreateLogStream", "logs:PutLogEvents"),
          "Traces", Set.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"),
          "Stopped", Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"));

  /** Each with what names it, and what stands before the name in its ARN. */
  private enum Kind {
    BUCKET(Template.BUCKET, "BucketName", "arn:aws:s3:::"),
    TABLE(Template.TABLE, "TableName", arn("dynamodb") + "table/"),
    QUEUE(Template.QUEUE, "QueueName", arn("sqs")),
    COLLECTION("AWS::Rekognition::Collection", "CollectionId", arn("rekognition") + "collection/"),
    LOG("AWS::Logs::LogGroup", "LogGroupName", arn("logs") + "log-group:");

    private final String type;
    private final String name;
    private final String prefix;

    Kind(String type, String name, String prefix) {
      this.type = type;
      this.name = name;
      this.prefix = prefix;
    }

    static Kind of(Object resource) {
      for (Kind kind : values()) {
        if (kind.type.equals(at(resource, "Type"))) {
          return kind;
        }
      }
      throw new AssertionError("Of what kind is " + resource);
    }
  }

  private static String arn(String service) {
    return "arn:aws:%s:%s:%s:".formatted(service, REGION, ACCOUNT);
  }

  /** What a text, or a function that stands in its place, comes to. */
  public String value(Object node) {
    if (!(node instanceof Map<?, ?> function)) {
      return node.toString();
    }
    Map.Entry<String, Object> called = map(function).entrySet().iterator().next();
    Object given = called.getValue();
    return switch (called.getKey()) {
      case "Ref" -> ref(given.toString());
      case "Fn::GetAtt" -> attribute(at(given, 0).toString(), at(given, 1).toString());
      case "Fn::Sub" -> substituted(given);
      case "Fn::Select" -> selected(at(given, 0), at(given, 1, "Fn::Split"));
      default -> throw new AssertionError("What is " + called);
    };
  }

  private String selected(Object place, Object split) {
    return value(at(split, 1)).split(at(split, 0).toString(), -1)[(Integer) place];
  }

  private String substituted(Object given) {
    Map<String, String> values = new HashMap<>(PSEUDO);
    if (given instanceof List<?> list) {
      map(at(list, 1)).forEach((name, value) -> values.put(name, value(value)));
    }
    String text = Template.list(given).getFirst().toString();
    Template.places(text).forEach(place -> values.computeIfAbsent(place, this::ref));
    return Template.filled(text, values);
  }

  private String ref(String name) {
    String[] attribute = name.split("\\.", 2);
    if (attribute.length == 2) {
      return attribute(attribute[0], attribute[1]);
    }
    if (PSEUDO.containsKey(name)) {
      return PSEUDO.get(name);
    }
    if (name.equals("Sender")) {
      return SENDER;
    }
    return template.section("Parameters").containsKey(name)
        ? template.get("Parameters", name, "Default").toString()
        : attribute(name, "Name");
  }

  private String attribute(String resource, String attribute) {
    Object made = template.get("Resources", resource);
    Kind kind = Kind.of(made);
    Map<String, Object> properties = map(at(made, "Properties"));
    String name =
        properties.containsKey(kind.name) ? value(at(properties, kind.name)) : NAME + resource;
    return attribute.equals("Arn") ? kind.prefix + name : name;
  }

  /** What each function is told in its environment. */
  public Map<String, String> environment() {
    return map(template.get("Globals", "Function", "Environment", "Variables")).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, variable -> value(variable.getValue())));
  }

  /** What the role of a function says. */
  public List<Map<String, Object>> statements(String function) {
    String role =
        at(template.properties(function + "Function"), "Role", "Fn::GetAtt", 0).toString();
    return list(at(template.properties(role), "Policies", 0, "PolicyDocument", "Statement"))
        .stream()
        .map(Template::map)
        .toList();
  }

  /**
   * What the role of a function lets its own code do; what Lambda itself asks for by that role,
   * logs, traces and messages of a queue, is no call of the code.
   */
  public Set<Permission> allowed(String function) {
    return statements(function).stream()
        .filter(statement -> !OF_LAMBDA.containsKey(at(statement, "Sid").toString()))
        .flatMap(
            statement ->
                list(at(statement, "Action")).stream()
                    .flatMap(
                        action ->
                            list(at(statement, "Resource")).stream()
                                .map(arn -> Permission.of(action.toString(), value(arn)))))
        .collect(Collectors.toSet());
  }

  /**
   * What functions and servers are told, by the settings' names; but for the state machine, which
   * {@code aws create} makes none of.
   */
  public Map<String, Object> settings() throws IOException {
    Map<String, String> names =
        MarkdownPage.of("docs/settings.md").rows().stream()
            .map(List::getFirst)
            .filter(name -> name.startsWith("`"))
            .map(name -> name.replace("`", ""))
            .collect(
                Collectors.toMap(
                    name -> name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), name -> name));
    Map<String, Object> settings = new HashMap<>();
    map(template.get("Globals", "Function", "Environment", "Variables"))
        .forEach(
            (name, value) -> {
              if (names.containsKey(name)) {
                settings.put(names.get(name), value(value));
              }
            });
    settings.keySet().removeAll(Set.of("workflow", "aws.state-machine"));
    settings.put(
        "aws.receipt-keys", value(template.get("Outputs", "SettingAwsReceiptKeys", "Value")));
    settings.put("aws.secret", value(template.get("Outputs", "SettingAwsSecret", "Value")));
    return settings;
  }
}
