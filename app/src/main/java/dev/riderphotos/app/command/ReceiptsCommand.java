package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.receipt.ReceiptSeal;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code receipts}: what they are signed with. */
@Command(
    name = "receipts",
    mixinStandardHelpOptions = true,
    description = "Keys of receipts of erasures, also while a server runs.")
public final class ReceiptsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description = "Print the public keys (JWKS), the one that signs first.")
  int key(@Mixin DataOption data) throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      spec.commandLine().getOut().println(application.get(ReceiptSeal.class).publicKeys());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Make a new key, which signs from now on, and print what it is called.",
      footer = "The public halves of earlier keys are kept: receipts of before stay good.")
  int rotate(@Mixin DataOption data) throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.KEY_CREATED).saying("receipts"));
      spec.commandLine().getOut().println(application.get(ReceiptSeal.class).rotate());
      return ExitCode.DONE;
    }
  }
}
