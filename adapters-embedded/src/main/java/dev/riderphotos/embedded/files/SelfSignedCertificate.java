package dev.riderphotos.embedded.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certificate that nobody vouches for, so that a browser asks its user once: for https in a
 * network of one's own, where a phone lets pages use its camera with nothing less. The JDK's
 * keytool makes it. It stays in the data folder until it ends or the machine gets another name, and
 * its key is sealed with the folder's signing key.
 */
public final class SelfSignedCertificate {
  private static final String ALIAS = "rider-photos";
  private static final String TYPE = "PKCS12";
  private static final int VALID_DAYS = 397; // browsers take no longer ones
  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

  private final Path file;
  private final String password;
  private final X509Certificate certificate;

  private SelfSignedCertificate(Path file, String password, X509Certificate certificate) {
    this.file = file;
    this.password = password;
    this.certificate = certificate;
  }

  /**
   * The folder's certificate, made anew unless it is good for all these names and a month to come.
   *
   * @throws DataFolderException if it cannot be read or made
   */
  public static SelfSignedCertificate keep(DataFolder folder, Set<String> names, Instant now) {
    Path file = folder.certificate();
    String password = SigningKey.open(folder).sign("certificate");
    try {
      if (Files.exists(file)) {
        SelfSignedCertificate kept = read(file, password);
        if (kept.covers(names) && kept.lastsBeyond(now.plus(RENEWED_BEFORE))) {
          return kept;
        }
      }
      make(folder, password, names);
      return read(file, password);
    } catch (IOException | GeneralSecurityException fault) {
      throw new DataFolderException(
          "The certificate %s cannot be used: it is damaged, or of another signing key. Delete it, and"
                  .formatted(file.toAbsolutePath())
              + " a new one is made, which phones ask about again",
          fault);
    }
  }

  /** A PKCS #12 file, its owner's alone. */
  public Path file() {
    return file.toAbsolutePath();
  }

  public String password() {
    return password;
  }

  /** Hashes the certificate with SHA-256, and writes the hash as browsers show it. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("it was read from its encoding", impossible);
    }
  }

  private boolean lastsBeyond(Instant time) {
    return certificate.getNotAfter().toInstant().isAfter(time);
  }

  private boolean covers(Set<String> names) throws CertificateParsingException, IOException {
    Collection<List<?>> alternatives =
        requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
    Set<Object> covered =
        alternatives.stream().map(name -> name.get(1)).collect(Collectors.toSet());
    for (String name : names) {
      String written = isAddress(name) ? InetAddress.getByName(name).getHostAddress() : name;
      if (!covered.contains(written)) {
        return false;
      }
    }
    return true;
  }

  private static SelfSignedCertificate read(Path file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
    if (!(store.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
      throw new IOException("there is no certificate in it");
    }
    return new SelfSignedCertificate(file, password, certificate);
  }

  private static void make(DataFolder folder, String password, Set<String> names)
      throws IOException {
    Path privately = Files.createTempDirectory(folder.temporary(), "certificate-");
    Path made = privately.resolve(ALIAS);
    try {
      run(command(made, names), password);
      AtomicFile.write(folder.temporary(), folder.certificate(), Files.readAllBytes(made));
    } finally {
      Files.deleteIfExists(made);
      Files.delete(privately);
    }
  }

  private static ProcessBuilder command(Path file, Set<String> names) {
    String alternatives =
        names.stream()
            .map(name -> (isAddress(name) ? "ip:" : "dns:") + name)
            .collect(Collectors.joining(",", "SAN=", ""));
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=Rider Photos on this network",
        "-validity",
        Integer.toString(VALID_DAYS),
        "-ext",
        alternatives,
        "-ext",
        "EKU=serverAuth",
        "-storetype",
        TYPE,
        "-keystore",
        file.toString(),
        "-storepass:env",
        "STOREPASS");
  }

  /** The password goes through the environment: other users could read a command line. */
  private static void run(ProcessBuilder keytool, String password) throws IOException {
    keytool.environment().put("STOREPASS", password);
    Process process = keytool.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool said: " + told.strip());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", interrupted);
    }
  }

  private static boolean isAddress(String name) {
    return name.contains(":") || name.matches("[0-9.]+");
  }
}
