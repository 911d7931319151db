package dev.riderphotos.embedded.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.access.HmacSignatures;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Signatures with a secret that stays in the data folder. */
public final class SigningKey implements Signatures {
  /** More than a key has, so that one that is too long is known from its beginning. */
  private static final int MOST_BYTES = 1024;

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
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        AtomicFile.write( // such a file is its owner's alone
            folder.temporary(), file, HmacSignatures.newSecret());
      }
      return new SigningKey(new HmacSignatures(read(file)));
    } catch (IOException fault) {
      throw new DataFolderException(
          "The signing key %s cannot be read or made".formatted(file.toAbsolutePath()), fault);
    } catch (IllegalArgumentException damaged) {
      throw new DataFolderException(
          "The signing key %s is damaged: %s. Put back the one of the last backup; or delete it, and a"
                  .formatted(file.toAbsolutePath(), damaged.getMessage())
              + " new one is made, with which no link, ticket or session of before is good",
          damaged);
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

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] key = in.readNBytes(MOST_BYTES);
      if (key.length > 0 && new String(key, ISO_8859_1).chars().distinct().count() == 1) {
        throw new IllegalArgumentException("all its bytes are the same");
      }
      return key;
    }
  }
}
