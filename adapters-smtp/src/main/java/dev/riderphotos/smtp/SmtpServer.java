package dev.riderphotos.smtp;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes mail and sends it on.
 *
 * @param host its name, which its certificate must bear, or its address
 * @param user whom to sign in as; none if the server asks for nobody
 * @param password the user's; it goes to other machines under TLS alone
 */
public record SmtpServer(
    String host, int port, Tls tls, @Nullable String user, @Nullable String password) {

  /** What keeps a connection secret. */
  public enum Tls {
    /** It begins in the open and goes on under TLS, or not at all. */
    STARTTLS(587),
    /** All of it is under TLS. */
    IMPLICIT(465),
    /** Nothing keeps the connection secret. */
    NONE(25);

    private final int port;

    Tls(int port) {
      this.port = port;
    }

    /** Where servers commonly listen for it. */
    public int usualPort() {
      return port;
    }
  }

  public SmtpServer {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the host is missing");
    }
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException("user and password go together");
    }
    if (password != null && tls == Tls.NONE && !isThisMachine(host)) {
      throw new IllegalArgumentException(
          "a password goes to another machine under TLS alone: tls is starttls or implicit");
    }
  }

  /** Said without asking anybody, who might not tell the truth. */
  private static boolean isThisMachine(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  /** Leaves out the user and the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
