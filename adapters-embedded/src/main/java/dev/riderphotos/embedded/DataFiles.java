package dev.riderphotos.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.photo.PhotoRef;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** What is called how in a data folder. Knowing it asks for no lock. */
public record DataFiles(Path root) {
  public static final String DATABASE = "rider-photos.db";
  public static final String SIGNING_KEY = "signing-key";
  public static final String RECEIPT_KEYS = "receipt-keys";
  public static final String CERTIFICATE = "certificate.p12";
  public static final String ERASURES = "erasures.log";
  public static final String AUDIT_HEAD = "audit-head.json";
  public static final String DETECTOR = "detector";
  public static final String BUCKETS = "buckets";
  public static final String MODELS = "models";
  public static final String VECTORS = "vectors";

  private static final Set<String> NAMES =
      Set.of(DATABASE, SIGNING_KEY, RECEIPT_KEYS, CERTIFICATE, ERASURES, AUDIT_HEAD, DETECTOR);
  private static final Pattern OBJECT =
      Pattern.compile(BUCKETS + "/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[0-9a-f]{64}");

  public Path database() {
    return root.resolve(DATABASE);
  }

  /** What tickets and links are signed with; its owner's alone. */
  public Path signingKey() {
    return root.resolve(SIGNING_KEY);
  }

  /** What receipts are signed with, and were; its owner's alone. */
  public Path receiptKeys() {
    return root.resolve(RECEIPT_KEYS);
  }

  /** What a server of one's own network is known by; its owner's alone. */
  public Path certificate() {
    return root.resolve(CERTIFICATE);
  }

  /** Who was erased, as hashes. */
  public Path erasures() {
    return root.resolve(ERASURES);
  }

  /** How far the audit goes. */
  public Path auditHead() {
    return root.resolve(AUDIT_HEAD);
  }

  /** In which numbers faces are looked for. */
  public Path detector() {
    return root.resolve(DETECTOR);
  }

  /** Where model packs are; what is kept of them can be added again. */
  public Path models() {
    return root.resolve(MODELS);
  }

  /** Where faces are mapped; what is in there comes from the database. */
  public Path vectors() {
    return root.resolve(VECTORS);
  }

  /** Where a bucket's objects are. */
  public Path bucket(String name) {
    return root.resolve(BUCKETS).resolve(name);
  }

  /** Where an object is: its name tells nothing of its key. */
  public Path object(PhotoRef ref) {
    return root.resolve(nameOf(ref));
  }

  /** An object's path from the folder. */
  public static String nameOf(PhotoRef ref) {
    return BUCKETS + "/" + ref.bucket() + "/" + HexFormat.of().formatHex(sha256(ref.key()));
  }

  /** Whether a file of that name may be in a data folder that is not in use. */
  public static boolean isName(String name) {
    return NAMES.contains(name) || OBJECT.matcher(name).matches();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
