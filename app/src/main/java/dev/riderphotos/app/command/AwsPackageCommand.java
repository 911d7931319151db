package dev.riderphotos.app.command;

import dev.riderphotos.app.serverless.Deployment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aws package}: packs the functions up and puts them into a bucket. */
@Command(
    name = "package",
    mixinStandardHelpOptions = true,
    description = {
      "Build the functions, put them into a bucket, and write the template that names them there.",
      "May be repeated."
    },
    footer = "Needs the AWS CLI, whose region and credentials are used, and Maven.")
final class AwsPackageCommand implements Callable<Integer> {
  @Mixin private ProgramOptions programs;
  @Mixin private CodeBucketOption bucket;

  @Override
  public Integer call() {
    Deployment deployment = new Deployment(Deployment.home(), bucket.name());
    if (programs.dry()) {
      return programs.show(deployment.packing());
    }
    deployment.pack(programs.programs());
    return ExitCode.DONE;
  }
}
