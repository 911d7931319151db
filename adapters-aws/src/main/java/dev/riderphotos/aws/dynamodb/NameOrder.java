package dev.riderphotos.aws.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.drink.BarName;
import dev.riderphotos.drink.DrinkName;
import dev.riderphotos.drink.NamePrefix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A name as text that sorts as catalogues list it: the folded name, then the name itself, with
 * between them what sorts before every character of a name. DynamoDB sorts by bytes of UTF-8, which
 * is by code points.
 */
final class NameOrder {
  private static final String BETWEEN = "\u0000";

  /**
   * An index key has 1,024 bytes, a name 300, and Korean grows threefold when it is folded. Names
   * that are alike for so long are in the order of the names themselves.
   */
  private static final int MAX_FOLDED_BYTES = 700;

  private NameOrder() {}

  static String of(BarName bar) {
    return shortened(bar.folded()) + BETWEEN + bar.value();
  }

  static String of(DrinkName drink) {
    return shortened(drink.folded()) + BETWEEN + drink.value();
  }

  /**
   * Has the query begin after this name, or where names begin with the prefix.
   *
   * @param attribute that holds names in this order, under the partition that the query is for
   */
  static QueryRequest from(
      QueryRequest query, String attribute, NamePrefix prefix, @Nullable String after) {
    String first = shortened(prefix.folded());
    if (after != null && compare(after, first) >= 0) {
      return narrowed(query, attribute, "#order > :from", after);
    }
    return first.isEmpty()
        ? query
        : narrowed(query, attribute, "begins_with(#order, :from)", first);
  }

  private static QueryRequest narrowed(
      QueryRequest query, String attribute, String condition, String from) {
    return query.toBuilder()
        .keyConditionExpression(query.keyConditionExpression() + " AND " + condition)
        .expressionAttributeNames(with(query.expressionAttributeNames(), "#order", attribute))
        .expressionAttributeValues(
            with(query.expressionAttributeValues(), ":from", Attributes.text(from)))
        .build();
  }

  private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
    Map<String, T> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  private static int compare(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static String shortened(String folded) {
    int end = folded.length();
    while (folded.substring(0, end).getBytes(UTF_8).length > MAX_FOLDED_BYTES) {
      end = folded.offsetByCodePoints(end, -1);
    }
    return folded.substring(0, end);
  }
}
