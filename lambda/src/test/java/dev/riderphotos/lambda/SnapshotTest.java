package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All environments of a function come from one snapshot of what is made before the first call. What
 * must be one environment's alone, as the name under which it holds a lease or an execution, may
 * therefore not be in it.
 */
class SnapshotTest {
  private static final String REGION = "aws.region";

  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private @Nullable String region;

  @BeforeEach
  void thereIsARegion() {
    region = System.setProperty(REGION, "eu-central-1");
  }

  @AfterEach
  void theRegionIsAsBefore() {
    if (region == null) {
      System.clearProperty(REGION);
    } else {
      System.setProperty(REGION, region);
    }
  }

  @Test
  void nothingUniqueIsMadeBeforeTheSnapshot() throws IllegalAccessException {
    Wiring wiring = new Wiring(new FunctionSettings(Map.of()));
    var _ = wiring.delivery(); // as the hook does

    assertThat(uniqueIn(wiring)).isEmpty();
  }

  /** Who takes turns with a gallery's photo has a name: each call's is another. */
  @Test
  void eachCallIsNamedAnew() throws IllegalAccessException {
    Wiring restored = new Wiring(new FunctionSettings(Map.of()));

    List<Object> first = uniqueIn(restored.delivery());
    List<Object> second = uniqueIn(restored.delivery());

    assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
  }

  /** What looks unique among all that can be reached from our objects through our objects. */
  private static List<Object> uniqueIn(Object root) throws IllegalAccessException {
    List<Object> unique = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> ahead = new ArrayDeque<>(List.of(root));
    while (!ahead.isEmpty()) {
      Object next = ahead.pop();
      if (seen.add(next)) {
        if (looksUnique(next)) {
          unique.add(next);
        }
        ahead.addAll(partsOf(next));
      }
    }
    return unique;
  }

  private static boolean looksUnique(Object value) {
    return value instanceof UUID
        || value instanceof String text && UUID_TEXT.matcher(text).find()
        || value instanceof AttributeValue attribute
            && UUID_TEXT.matcher(attribute.toString()).find();
  }

  private static List<Object> partsOf(Object value) throws IllegalAccessException {
    List<Object> parts = new ArrayList<>();
    switch (value) {
      case Map<?, ?> map -> {
        parts.addAll(map.keySet());
        parts.addAll(map.values());
      }
      case Collection<?> collection -> parts.addAll(collection);
      case Object[] array -> Collections.addAll(parts, array);
      default -> {
        if (isOurs(value.getClass())) {
          parts.addAll(fieldsOf(value));
        }
      }
    }
    parts.removeIf(Objects::isNull);
    return parts;
  }

  private static List<Object> fieldsOf(Object value) throws IllegalAccessException {
    List<Object> fields = new ArrayList<>();
    for (Class<?> type = value.getClass(); isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          fields.add(field.get(value));
        }
      }
    }
    return fields;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("dev.riderphotos.");
  }
}
