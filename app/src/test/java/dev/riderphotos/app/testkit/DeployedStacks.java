package dev.riderphotos.app.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What CloudFormation and S3 tell of a stack called {@code rp}, as the AWS CLI prints it. */
public final class DeployedStacks {
  public static final String ID =
      "arn:aws:cloudformation:eu-central-1:123456789012:stack/rp/0a1b2c3d";

  public static final String NO_STACK =
      "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with"
          + " id rp does not exist";

  private DeployedStacks() {}

  /** A stack with outputs, each a name and a value. */
  public static String stack(String description, String... outputs) {
    String all =
        Arrays.stream(outputs)
            .map(output -> output.split("=", 2))
            .map(
                output ->
                    "{\"OutputKey\": \"%s\", \"OutputValue\": \"%s\"}"
                        .formatted(output[0], output[1]))
            .collect(Collectors.joining(", "));
    return """
    {"Stacks": [{"StackId": "%s", "StackName": "rp", "StackStatus": "CREATE_COMPLETE",
     "Description": "%s", "Outputs": [%s]}]}
    """
        .formatted(ID, description, all);
  }

  /** Each resource as its type, its name and its status. */
  public static String resources(String... resources) {
    return Arrays.stream(resources)
        .map(resource -> resource.split(" ", -1))
        .map(
            resource ->
                """
                {"ResourceType": "%s", "PhysicalResourceId": "%s", "ResourceStatus": "%s"}\
                """
                    .formatted(resource[0], resource[1], resource[2]))
        .collect(Collectors.joining(", ", "{\"StackResourceSummaries\": [", "]}"));
  }

  /** A page of a bucket's objects, none of which has versions. */
  public static String objects(List<String> keys) {
    return keys.stream()
        .map(key -> "{\"Key\": \"%s\", \"VersionId\": \"null\"}".formatted(key))
        .collect(Collectors.joining(", ", "{\"Versions\": [", "]}"));
  }
}
