package dev.riderphotos.access;

/**
 * Signs what we will want to know again as ours, with a secret that every process of one deployment
 * shares and nobody else knows. The same parts always get the same signature. Signing keeps
 * nothing. Where the secret cannot be had, either call is a {@link
 * dev.riderphotos.BackendException}, and the next one asks for it again; once it was had, there are
 * no faults.
 */
public interface Signatures {
  /** The signature of all these together, in hexadecimal. No two lists of parts are alike. */
  String sign(String... parts);

  /** Takes as long for a nearly right signature as for a wrong one. */
  boolean signed(String signature, String... parts);
}
