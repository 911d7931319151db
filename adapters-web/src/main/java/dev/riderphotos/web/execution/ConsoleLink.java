package dev.riderphotos.web.execution;

import dev.riderphotos.execution.ExecutionArn;

/** Where AWS's console shows a run of a state machine to who is signed in there. */
final class ConsoleLink {
  private static final int PARTITION = 1;
  private static final int REGION = 3;

  private ConsoleLink() {}

  static String to(ExecutionArn run) {
    String[] parts = run.value().split(":", -1);
    String region = parts[REGION];
    return "https://%s.%s/states/home?region=%s#/v2/executions/details/%s"
        .formatted(region, console(parts[PARTITION]), region, run.value());
  }

  private static String console(String partition) {
    return switch (partition) {
      case "aws-cn" -> "console.amazonaws.cn";
      case "aws-us-gov" -> "console.amazonaws-us-gov.com";
      default -> "console.aws.amazon.com";
    };
  }
}
