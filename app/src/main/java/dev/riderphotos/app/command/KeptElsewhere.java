package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;

/** Refuses to make a backup, or restore one, where the data folder does not hold everything. */
final class KeptElsewhere {
  private KeptElsewhere() {}

  static void refuse() {
    if (!Application.adapters().keptHere()) {
      throw new CommandException(
          ExitCode.USAGE,
          "What is kept on AWS is in no data folder, and backup and restore are for that alone."
              + " Take the tables back by DynamoDB's point-in-time recovery, and photos by the"
              + " versions of their S3 buckets; docs/operations.md says how");
    }
  }
}
