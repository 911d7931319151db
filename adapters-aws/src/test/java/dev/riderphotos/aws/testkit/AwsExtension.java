package dev.riderphotos.aws.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/** Gives tests the AWS that they are run on, begun with the first that asks for it. */
final class AwsExtension implements ParameterResolver, AfterEachCallback, ExecutionCondition {
  /** Set by the build: {@code emulators} (the default), {@code localstack} or {@code endpoint}. */
  private static final String KIND = System.getProperty("rider.photos.test.aws", "emulators");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return KIND.equals("localstack") && !DockerClientFactory.instance().isDockerAvailable()
        ? ConditionEvaluationResult.disabled("No Docker engine runs here: not run on LocalStack")
        : ConditionEvaluationResult.enabled("Run on " + KIND);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Aws.class;
  }

  @Override
  public Aws resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Running.AWS;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Running.AWS.removeWhatWasMade();
  }

  /** Begun once in a JVM, and ended with it. */
  private static final class Running {
    static final Aws AWS =
        switch (KIND) {
          case "emulators" -> Emulators.start();
          case "localstack" -> LocalStack.start();
          case "endpoint" -> Aws.atEndpointUrl();
          default -> throw new IllegalArgumentException("No such AWS to test on: " + KIND);
        };
  }
}
