package dev.riderphotos.app.serverless;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stack, or another edition of one, of the template in the source tree: packs the functions
 * up, puts them into a bucket, and has CloudFormation do the rest.
 */
public final class Deployment {
  private static final String TEMPLATE = "deploy/aws/template.yaml";
  private static final String FUNCTIONS = "lambda/target/rider-photos-lambda.zip";
  private static final String PACKAGED = "target/aws/packaged.yaml";
  private static final String PREFIX = "rider-photos";
  private static final int EDITION_BYTES = 8;

  private final Path home;
  private final String bucket;

  /**
   * Makes a deployment of a source tree.
   *
   * @param home the folder of the source tree
   * @param bucket where the functions are put, and CloudFormation gets them from
   */
  public Deployment(Path home, String bucket) {
    this.home = home;
    this.bucket = bucket;
  }

  /**
   * The source tree that this program was built in.
   *
   * @throws ProgramException if it is not there any more
   */
  public static Path home() {
    try {
      Path at =
          Path.of(Deployment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return home(at);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path home(Path program) {
    @Nullable Path at = program;
    while (at != null && !Files.isRegularFile(at.resolve(TEMPLATE))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new ProgramException(
          "The template %s is not there: run this from the source tree.".formatted(TEMPLATE));
    }
    return at;
  }

  /** The commands that pack the functions up: a build, and an upload. */
  public List<List<String>> packing() {
    return List.of(
        List.of(
            "mvn",
            "-q",
            "-B",
            "-Dtests.off",
            "-f",
            home.resolve("pom.xml").toString(),
            "-pl",
            "lambda",
            "-am",
            "package"),
        List.of(
            "aws",
            "cloudformation",
            "package",
            "--template-file",
            home.resolve(TEMPLATE).toString(),
            "--s3-bucket",
            bucket,
            "--s3-prefix",
            PREFIX,
            "--output-template-file",
            home.resolve(PACKAGED).toString()));
  }

  /**
   * Packs the functions up. May be repeated: what is in the bucket already is not put there again.
   *
   * @throws ProgramException if that does not work
   */
  public void pack(Programs programs) {
    programs.require("aws", "mvn");
    programs.run(packing().getFirst());
    if (!Files.isRegularFile(home.resolve(FUNCTIONS))) {
      throw new ProgramException("The build made no %s.".formatted(FUNCTIONS));
    }
    try {
      Files.createDirectories(home.resolve(PACKAGED).getParent());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    programs.run(packing().getLast());
  }

  /**
   * The command that makes the stack, or makes it another.
   *
   * @param parameters of the template, as {@code Name=value}; those that are not given stay as they
   *     are
   */
  public List<String> deploying(StackName stack, List<String> parameters) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "aws",
                "cloudformation",
                "deploy",
                "--template-file",
                home.resolve(PACKAGED).toString(),
                "--stack-name",
                stack.value(),
                "--s3-bucket",
                bucket,
                "--s3-prefix",
                PREFIX,
                "--capabilities",
                "CAPABILITY_IAM",
                "CAPABILITY_AUTO_EXPAND",
                "--no-fail-on-empty-changeset",
                "--parameter-overrides",
                "Edition=" + edition(parameters)));
    command.addAll(parameters);
    return command;
  }

  /**
   * Makes the stack, or makes it another. May be repeated: where nothing is new, nothing is done.
   *
   * @throws ProgramException if it is not packed up, or that does not work
   */
  public void deploy(Programs programs, StackName stack, List<String> parameters) {
    programs.require("aws");
    if (!Files.isRegularFile(home.resolve(PACKAGED))) {
      throw new ProgramException(
          "Nothing is packed up yet: run rider-photos aws package --bucket %s first."
              .formatted(bucket));
    }
    try {
      programs.run(deploying(stack, parameters));
    } catch (ProgramException fault) {
      throw new ProgramException(
          fault.getMessage()
              + " CloudFormation takes back what it began. Mend what it says above, and run the"
              + " same command again. A first stack that failed has to go before:"
              + " rider-photos aws destroy "
              + stack,
          fault);
    }
  }

  /**
   * The hash of all that a stack is made of: functions are published anew where it is another,
   * which CloudFormation does not see of a parameter.
   */
  private String edition(List<String> parameters) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      Path packaged = home.resolve(PACKAGED);
      if (Files.isRegularFile(packaged)) {
        hash.update(Files.readAllBytes(packaged));
      }
      hash.update(parameters.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash.digest(), 0, EDITION_BYTES);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
