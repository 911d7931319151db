package dev.riderphotos.aws;

import java.util.List;

/** Says what it asks of AWS, so that a policy can allow this and nothing more. */
public interface UsesAws {
  /** All that it may ever ask for. */
  List<AwsUse> uses();
}
