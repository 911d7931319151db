package dev.riderphotos.web.verification;

import dev.riderphotos.receipt.ReceiptSeal;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What anybody checks receipts of erasures with. */
@Controller("/v1/receipts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Riders")
public class ReceiptKeyController {
  /** As <a href="https://www.rfc-editor.org/rfc/rfc7517#section-8.5">RFC 7517</a> has it. */
  static final String JWK_SET = "application/jwk-set+json";

  private final ReceiptSeal seal;

  ReceiptKeyController(ReceiptSeal seal) {
    this.seal = seal;
  }

  @Operation(
      summary = "The public keys of receipts",
      description =
          "A set of JSON Web Keys: the one that signs now first, then those of before. A receipt"
              + " names its key in kid.")
  @Get(uri = "/key", produces = JWK_SET)
  String keys() {
    return seal.publicKeys();
  }
}
