package dev.riderphotos.embedded;

import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.access.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signatures with a secret that stays in the data folder. */
public final class SigningKey implements Signatures {
  private final HmacSignatures signatures;

  private SigningKey(HmacSignatures signatures) {
    this.signatures = signatures;
  }

  /**
   * The folder's key; made when it is first asked for, in a file for its owner alone.
   *
   * @throws DataFolderException if it cannot be read or made
   */
  public static SigningKey open(DataFolder folder) {
    Path file = folder.signingKey();
    try {
      if (!Files.exists(file)) {
        AtomicFile.write( // such a file is its owner's alone
            folder.temporary(), file, HmacSignatures.newSecret());
      }
      return new SigningKey(new HmacSignatures(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException fault) {
      throw new DataFolderException("The signing key " + file + " cannot be used: " + fault, fault);
    }
  }

  @Override
  public String sign(String... parts) {
    return signatures.sign(parts);
  }

  @Override
  public boolean signed(String signature, String... parts) {
    return signatures.signed(signature, parts);
  }
}
