package dev.riderphotos.aws;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is asked of AWS: some actions, each on all of some resources. Uses of one name ask for the
 * same actions, and are one statement of a policy.
 *
 * @param sid names the statement, in letters and digits
 * @param actions as IAM has them, such as {@code s3:ListBucket}, which is not always how the
 *     operation is called
 * @param resources as ARNs, with {@link #ACCOUNT} in the account's place; or {@code *} where IAM
 *     knows no resource for the action
 */
public record AwsUse(String sid, SortedSet<String> actions, SortedSet<String> resources) {
  /** Stands for the number of the account. */
  public static final String ACCOUNT = "{account}";

  public static final String ANY = "*";

  public AwsUse {
    actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    resources = Collections.unmodifiableSortedSet(new TreeSet<>(resources));
  }

  public AwsUse(String sid, Set<String> actions, Set<String> resources) {
    this(sid, new TreeSet<>(actions), new TreeSet<>(resources));
  }

  /**
   * The actions that are called as the operations of a service are, such as {@code
   * sqs:SendMessage}.
   */
  public static Set<String> actions(String service, String... operations) {
    return Arrays.stream(operations)
        .map(operation -> service + ":" + operation)
        .collect(Collectors.toSet());
  }

  /** The same actions on the resources of both. */
  AwsUse and(AwsUse other) {
    if (!actions.equals(other.actions)) {
      throw new IllegalStateException("Two statements are called " + sid);
    }
    SortedSet<String> all = new TreeSet<>(resources);
    all.addAll(other.resources);
    return new AwsUse(sid, actions, all);
  }
}
