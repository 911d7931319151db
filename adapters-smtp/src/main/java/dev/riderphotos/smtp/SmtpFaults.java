package dev.riderphotos.smtp;

import dev.riderphotos.BackendException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Says of the mail library's faults what an operator can do, and whether they may pass. */
final class SmtpFaults {
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_FOR_GOOD = 500;

  private SmtpFaults() {}

  /**
   * What went wrong.
   *
   * @param code the server's last answer; below 400 if it refused nothing
   */
  static BackendException of(SmtpServer server, int code, MessagingException fault) {
    boolean forGood = code >= FIRST_FOR_GOOD;
    if (fault instanceof AuthenticationFailedException) {
      return fault(
          "sign in to the mail server at %s: it refuses user or password", server, !forGood, fault);
    }
    if (code >= FIRST_REFUSAL) {
      return fault(
          "hand a mail to the mail server at %s: it answered " + code, server, !forGood, fault);
    }
    if (has(SSLException.class, fault)) {
      return fault(untrusted(fault), server, false, fault);
    }
    if (isPlain(fault)) {
      return fault(
          "speak TLS with the mail server at %s: it has no STARTTLS", server, false, fault);
    }
    return fault(broken(fault), server, true, fault);
  }

  static BackendException noSignIn(SmtpServer server) {
    return fault(
        "sign in to the mail server at %s: it lets nobody, and mail.smtp.user is set",
        server, false, new AuthenticationFailedException("no AUTH in the answer to EHLO"));
  }

  private static String untrusted(MessagingException fault) {
    if (has(CertPathBuilderException.class, fault)
        || has(CertPathValidatorException.class, fault)) {
      return "trust the certificate of the mail server at %s: nobody known here vouches for it, or not any more";
    }
    return has(CertificateException.class, fault)
        ? "trust the certificate of the mail server at %s: it is for another name"
        : "speak TLS with the mail server at %s";
  }

  private static String broken(MessagingException fault) {
    if (has(SocketTimeoutException.class, fault)) {
      return "hear from the mail server at %s in time";
    }
    boolean away =
        fault instanceof MailConnectException
            || has(ConnectException.class, fault)
            || has(UnknownHostException.class, fault);
    return away
        ? "reach the mail server at %s"
        : "talk to the mail server at %s: the connection broke off";
  }

  /** The library has no kind of fault for it. */
  private static boolean isPlain(MessagingException fault) {
    return String.valueOf(fault.getMessage()).startsWith("STARTTLS is required");
  }

  private static boolean has(Class<? extends Exception> kind, Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static BackendException fault(
      String doing, SmtpServer server, boolean retryable, MessagingException cause) {
    return new BackendException(doing.formatted(server), retryable, cause);
  }
}
