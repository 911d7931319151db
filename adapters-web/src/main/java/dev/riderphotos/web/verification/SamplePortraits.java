package dev.riderphotos.web.verification;

/** Selfies of people who do not exist, for visitors who would rather not show their own face. */
public interface SamplePortraits {
  /** A JPEG of somebody; of somebody else each time. */
  byte[] next();
}
