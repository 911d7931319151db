package dev.riderphotos.aws.dynamodb;

import static dev.riderphotos.aws.dynamodb.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.AuditLog.Filter;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Flaw;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.documents.AuditJson;
import dev.riderphotos.testkit.AuditLogContract;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnAws
class DynamoDbAuditLogTest extends AuditLogContract {
  private final Aws aws;
  private final String table;
  private final AuditLog log;

  DynamoDbAuditLogTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbAuditLog::table);
    this.log = new DynamoDbAuditLog(aws.dynamoDb(), table);
  }

  @Override
  protected AuditLog log() {
    return log;
  }

  @Override
  protected void deleteEntry(long number) {
    var _ = aws.dynamoDb().deleteItem(delete -> delete.tableName(table).key(key(number)));
  }

  @Override
  protected void changeEntry(long number, String about) {
    Map<String, AttributeValue> item = item(number);
    item.put("about", text(about));
    put(item);
  }

  @Override
  protected void swapEntries(long one, long other) {
    Map<String, AttributeValue> first = item(one);
    Map<String, AttributeValue> second = item(other);
    first.putAll(key(other));
    second.putAll(key(one));
    put(first);
    put(second);
  }

  @Override
  protected void putHead(@Nullable AuditHead head) {
    Map<String, AttributeValue> key = Map.of("of", text("head"), "is", text("head"));
    if (head == null) {
      var _ = aws.dynamoDb().deleteItem(delete -> delete.tableName(table).key(key));
      return;
    }
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.put("document", text(AuditJson.write(head)));
    put(item);
  }

  @Test
  void ofSeveralInstancesEachFollowsAnother() {
    List<AuditEntry> told =
        Concurrently.call(
            4,
            instance -> {
              Audit audit =
                  new Audit(
                      new DynamoDbAuditLog(aws.dynamoDb(), table),
                      new TestSignatures(),
                      new SettableClock());
              audit.tell(Origin.commandLine(), Deed.of(Act.LINK_MADE, "first of " + instance));
              return audit.tell(Origin.commandLine(), Deed.of(Act.KEY_CREATED));
            });

    assertThat(told).extracting(AuditEntry::number).doesNotHaveDuplicates();
    assertThat(verify().entries()).isEqualTo(8);
    assertThat(verify().sound()).isTrue();
  }

  @Test
  void whatCannotBeReadIsAChangedEntry() {
    tell(3);
    Map<String, AttributeValue> item = item(2);
    item.remove("act");
    put(item);

    assertThat(verify().flaws()).containsExactly(new Flaw(Flaw.Kind.CHANGED, 2, 2));
  }

  @Test
  void withoutItsTableNothingIsTold() {
    AuditLog nowhere = new DynamoDbAuditLog(aws.dynamoDb(), Aws.uniqueName("nowhere"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(
            () ->
                new Audit(nowhere, new TestSignatures(), new SettableClock())
                    .tell(Origin.commandLine(), Deed.of(Act.EXPORTED)));
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> nowhere.after(Filter.ALL, 0, 1));
  }

  private static Map<String, AttributeValue> key(long number) {
    return Map.of("of", text("entry"), "is", text("%019d".formatted(number)));
  }

  private Map<String, AttributeValue> item(long number) {
    return new HashMap<>(
        aws.dynamoDb().getItem(get -> get.tableName(table).key(key(number))).item());
  }

  private void put(Map<String, AttributeValue> item) {
    var _ = aws.dynamoDb().putItem(put -> put.tableName(table).item(item));
  }
}
