package dev.riderphotos.aws.dynamodb;

import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A part of the journal's order. As DynamoDB has it, both ends are within; those of executions that
 * are named themselves are not.
 */
record OrderRange(String low, String high) {
  /** Before and after whatever begins with a digit. */
  private static final String LOWEST = "0";

  private static final String HIGHEST = ":";

  static OrderRange of(Filter filter, @Nullable Cursor at) {
    OrderRange started =
        new OrderRange(
            filter.from() == null ? LOWEST : ExecutionItem.order(filter.from()),
            filter.to() == null ? HIGHEST : ExecutionItem.order(filter.to()));
    return at == null ? started : started.from(ExecutionItem.order(at), at.back());
  }

  /** What is left of it beyond this one. */
  OrderRange from(String order, boolean back) {
    return back ? new OrderRange(max(low, order), high) : new OrderRange(low, min(high, order));
  }

  boolean has(String order) {
    return low.compareTo(order) < 0 && order.compareTo(high) < 0;
  }

  /** DynamoDB refuses one that ends before it begins. */
  boolean isEmpty() {
    return low.compareTo(high) >= 0;
  }

  private static String max(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String min(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
