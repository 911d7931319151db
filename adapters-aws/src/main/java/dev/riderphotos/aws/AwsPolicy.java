package dev.riderphotos.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Policies of resources, as JSON. */
public final class AwsPolicy {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AwsPolicy() {}

  /**
   * A policy that says one thing more.
   *
   * @param policy blank if there is none yet
   */
  public static String with(String policy, String statement) {
    try {
      ObjectNode next =
          policy.isBlank()
              ? JSON.createObjectNode().put("Version", "2012-10-17")
              : (ObjectNode) JSON.readTree(policy);
      ArrayNode statements = JSON.createArrayNode();
      if (next.path("Statement").isArray()) {
        statements.addAll((ArrayNode) next.path("Statement"));
      } else if (next.has("Statement")) {
        statements.add(next.path("Statement"));
      }
      statements.add(JSON.readTree(statement));
      return next.set("Statement", statements).toString();
    } catch (JsonProcessingException noPolicy) {
      throw new IllegalArgumentException("Not a policy", noPolicy);
    }
  }
}
