package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static java.util.Comparator.comparing;

import dev.riderphotos.aws.AwsFaults;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Executions.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists of the journal. An index finds executions by one thing and by when they were started; what
 * else a filter asks for is seen by the items alone, so they are read until a page is full.
 */
final class ExecutionLists {
  /** No page looks through more for what may not be there: it then ends early. */
  private static final int MOST_LOOKED_AT = 10_000;

  /** Each that is counted by its item is a read of it. */
  private static final int MOST_READ_TO_COUNT = 2_000;

  private static final int BATCH = 100;

  private final DynamoDbClient client;
  private final String table;

  ExecutionLists(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  Page page(Filter filter, @Nullable Cursor at, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has at least one execution");
    }
    OrderRange range = OrderRange.of(filter, at);
    boolean back = at != null && at.back();
    Looked looked =
        AwsFaults.during(
            "read the journal", () -> look(filter, range, back, limit + 1, MOST_LOOKED_AT));
    return back ? pageBefore(filter, looked, limit) : pageAfter(looked, at != null, limit);
  }

  private static Page pageAfter(Looked looked, boolean another, int limit) {
    List<Execution> found = looked.found();
    boolean more = found.size() > limit;
    List<Execution> page = more ? found.subList(0, limit) : found;
    String last = more ? ExecutionItem.order(page.getLast()) : looked.goesOn();
    return new Page(
        page,
        last == null ? null : Cursor.after(last),
        another && !page.isEmpty() ? before(page.getFirst()) : null);
  }

  /** The first page, with those that came since, if there are not enough for one before. */
  private Page pageBefore(Filter filter, Looked looked, int limit) {
    List<Execution> found = looked.found();
    if (found.size() <= limit && looked.goesOn() == null) {
      return page(filter, null, limit);
    }
    List<Execution> page = found.subList(0, Math.min(limit, found.size())).reversed();
    return page.isEmpty()
        ? new Page(page, null, beforeOrNull(looked.goesOn()))
        : new Page(
            page,
            Cursor.after(ExecutionItem.order(page.getLast())),
            found.size() > limit ? before(page.getFirst()) : beforeOrNull(looked.goesOn()));
  }

  private static @Nullable Cursor beforeOrNull(@Nullable String order) {
    return order == null ? null : Cursor.before(order);
  }

  private static Cursor before(Execution first) {
    return Cursor.before(ExecutionItem.order(first));
  }

  Total count(Filter filter, int most) {
    OrderRange range = OrderRange.of(filter, null);
    return AwsFaults.during(
        "count executions",
        () -> {
          if (range.isEmpty()) {
            return new Total(0, false);
          }
          if (ExecutionIndex.suffices(filter)) {
            long number = ExecutionIndex.of(filter).count(client, table, range, most);
            return new Total(Math.min(number, most), number > most);
          }
          Looked looked = look(filter, range, false, most + 1, MOST_READ_TO_COUNT);
          int number = looked.found().size();
          return new Total(Math.min(number, most), number > most || looked.goesOn() != null);
        });
  }

  /**
   * What was found on the way.
   *
   * @param found in the order of the way; the index may be a moment old, and knows one thing
   * @param goesOn after which there is more to be looked at; {@code null} if all was
   */
  private record Looked(List<Execution> found, @Nullable String goesOn) {}

  private Looked look(Filter filter, OrderRange range, boolean back, int wanted, int most) {
    if (range.isEmpty()) {
      return new Looked(List.of(), null);
    }
    Set<ExecutionId> among = filter.among();
    return among == null
        ? lookThrough(filter, range, back, wanted, most)
        : new Looked(those(among, filter, range, back), null);
  }

  private Looked lookThrough(Filter filter, OrderRange all, boolean back, int wanted, int most) {
    ExecutionIndex index = ExecutionIndex.of(filter);
    int batch = ExecutionIndex.suffices(filter) ? wanted : Math.clamp(wanted, BATCH, most);
    List<Execution> found = new ArrayList<>();
    OrderRange range = all;
    String last = null;
    int looked = 0;
    do {
      List<Map<String, AttributeValue>> keys = index.keys(client, table, range, back, batch);
      found.addAll(read(keys, filter));
      if (keys.isEmpty()) {
        return new Looked(found, null);
      }
      last = ExecutionItem.order(keys.getLast());
      range = range.from(last, back);
      looked += keys.size();
    } while (found.size() < wanted && looked < most);
    return new Looked(found, last);
  }

  private List<Execution> read(List<Map<String, AttributeValue>> keys, Filter filter) {
    return ExecutionIndex.items(client, table, keys).stream()
        .map(ExecutionItem::execution)
        .filter(filter::passes)
        .toList();
  }

  private List<Execution> those(
      Set<ExecutionId> ids, Filter filter, OrderRange range, boolean back) {
    List<Map<String, AttributeValue>> keys =
        ids.stream().map(id -> Map.of(ExecutionItem.ID, text(id.toString()))).toList();
    var order = comparing((Execution execution) -> ExecutionItem.order(execution));
    return read(keys, filter).stream()
        .filter(execution -> range.has(ExecutionItem.order(execution)))
        .sorted(back ? order : order.reversed())
        .toList();
  }
}
