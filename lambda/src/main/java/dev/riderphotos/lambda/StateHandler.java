package dev.riderphotos.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BiFunction;
import org.crac.Core;
import org.crac.Resource;

/**
 * A function of Lambda: JSON in, JSON out, and errors under the names that the state machine knows.
 */
public abstract class StateHandler implements RequestStreamHandler {
  static final ObjectMapper JSON = new ObjectMapper();

  private final BiFunction<StateFunctions, JsonNode, JsonNode> function;
  private final Priming priming = new Priming();

  StateHandler(BiFunction<StateFunctions, JsonNode, JsonNode> function) {
    this.function = function;
    Core.getGlobalContext().register(priming);
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode payload = JSON.readTree(input);
    JSON.writeValue(output, answer(payload));
  }

  private JsonNode answer(JsonNode payload) {
    try {
      return function.apply(Wiring.functions(), payload);
    } catch (RuntimeException fault) {
      FunctionLog.failed("answer", fault);
      throw StateFailure.of(fault).thrown();
    }
  }

  /**
   * Goes once through what a call goes through, before the snapshot is taken that environments come
   * of. The execution that it asks for does not exist, so nothing is written.
   */
  private final class Priming implements Resource {
    private static final String NOBODYS =
        "{\"executionArn\":\"arn:aws:states:us-east-1:000000000000:execution:priming:priming\","
            + "\"input\":{\"executionId\":\"00000000-0000-0000-0000-000000000000\"}}";

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
      Wiring.prime();
      try {
        var _ = function.apply(Wiring.functions(), JSON.readTree(NOBODYS));
      } catch (RuntimeException | IOException expected) {
        // There is no such execution; by now all classes are loaded that find that out.
      }
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
      // What is unique is named when it is used.
    }
  }
}
