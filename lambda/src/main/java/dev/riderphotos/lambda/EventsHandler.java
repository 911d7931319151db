package dev.riderphotos.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.riderphotos.aws.sqs.ArrivalDelivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.crac.Resource;

/**
 * Lambda calls this with what the queue was told of pictures that have arrived in other buckets
 * than riders': of drinks, for the gallery, and those that faces are cut out of.
 */
public final class EventsHandler implements RequestStreamHandler {
  private final Resource priming = new Priming();

  public EventsHandler() {
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    ArrivalDelivery arrivals = Wiring.arrivals(); // anew: who takes turns is named by it
    StateHandler.JSON.writeValue(
        output, QueueBatch.deal(StateHandler.JSON.readTree(input), arrivals::deal));
  }

  /** A batch of nothing. */
  private static final class Priming implements Resource {
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
      Wiring.prime();
      var _ = Wiring.arrivals();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
      // What is unique is named when it is used.
    }
  }
}
