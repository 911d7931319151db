package dev.riderphotos.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A policy of IAM's that allows some uses and nothing else, as JSON; the same for the same uses.
 */
public final class IamPolicy {
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter WRITER =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  private IamPolicy() {}

  /**
   * The document, with a statement for each name of a use.
   *
   * @param account its number, or {@code *} for whichever it is used in
   */
  public static String of(Collection<AwsUse> uses, String account) {
    SortedMap<String, AwsUse> statements = new TreeMap<>();
    uses.forEach(use -> statements.merge(use.sid(), use, AwsUse::and));
    ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
    ArrayNode array = policy.putArray("Statement");
    statements.values().forEach(use -> array.add(statement(use, account)));
    try {
      return WRITER.writeValueAsString(policy);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode statement(AwsUse use, String account) {
    ObjectNode statement = JSON.createObjectNode().put("Sid", use.sid()).put("Effect", "Allow");
    ArrayNode actions = statement.putArray("Action");
    use.actions().forEach(actions::add);
    ArrayNode resources = statement.putArray("Resource");
    use.resources().forEach(arn -> resources.add(arn.replace(AwsUse.ACCOUNT, account)));
    return statement;
  }
}
