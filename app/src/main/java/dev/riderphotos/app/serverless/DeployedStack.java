package dev.riderphotos.app.serverless;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stack of Rider Photos as CloudFormation tells of it.
 *
 * @param id its ARN, by which it is found also when it is deleted
 * @param status such as {@code CREATE_COMPLETE}
 * @param description its template's
 */
public record DeployedStack(
    StackName name, String id, String status, String description, Map<String, String> outputs) {
  /** How the template's description begins, by which a stack of ours is told from others. */
  static final String OURS = "Rider Photos without a server";

  private static final String SETTING = "Setting";

  /** How the AWS CLI says that there is no such stack. */
  private static final String ABSENT = "does not exist";

  public DeployedStack {
    outputs = Map.copyOf(outputs);
  }

  /** Empty if there is none of this name. */
  public static Optional<DeployedStack> find(Programs programs, StackName name) {
    try {
      return AwsAnswer.of(programs.read(asking(name))).list("Stacks").stream()
          .findFirst()
          .map(stack -> of(name, stack));
    } catch (ProgramException fault) {
      if (String.valueOf(fault.getMessage()).contains(ABSENT)) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /** The command by which it is asked for. */
  public static List<String> asking(StackName name) {
    return List.of(
        "aws",
        "cloudformation",
        "describe-stacks",
        "--stack-name",
        name.value(),
        "--output",
        "json");
  }

  private static DeployedStack of(StackName name, AwsAnswer stack) {
    Map<String, String> outputs = new TreeMap<>();
    stack
        .list("Outputs")
        .forEach(output -> outputs.put(output.text("OutputKey"), output.text("OutputValue")));
    return new DeployedStack(
        name, stack.text("StackId"), stack.text("StackStatus"), stack.text("Description"), outputs);
  }

  /** Where it is, as its ARN says. */
  public String region() {
    String[] parts = id.split(":", -1);
    return parts.length > 3 ? parts[3] : "";
  }

  /**
   * The settings of a server that is to use what the stack has, as the environment has them. The
   * template calls the outputs after them: {@code SettingAwsQueue} is {@code AWS_QUEUE}.
   *
   * @throws ProgramException if it tells of none
   */
  public SortedMap<String, String> settings() {
    refuseUnlessOurs();
    SortedMap<String, String> settings = new TreeMap<>();
    outputs.forEach(
        (output, value) -> {
          if (output.startsWith(SETTING)) {
            settings.put(variable(output.substring(SETTING.length())), value);
          }
        });
    if (settings.isEmpty()) {
      throw new ProgramException(
          "The stack %s is %s and has no settings yet.".formatted(name, status));
    }
    settings.put("AWS_REGION", region());
    return settings;
  }

  void refuseUnlessOurs() {
    if (!description.startsWith(OURS)) {
      throw new ProgramException(
          "The stack %s is none of Rider Photos; nothing was touched.".formatted(name));
    }
  }

  private static String variable(String words) {
    return words.replaceAll("(?<!^)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
