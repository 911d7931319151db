package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.riderphotos.app.testkit.Relay.Reply;
import dev.riderphotos.face.BoundingBox;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The way to a Rekognition that indexes as another model would, and badly: all boxes are a bit
 * elsewhere, faces are missing, others are there that are none, and calls are throttled, fail, take
 * long, or are done without an answer. What happens to the how manieth call for which photo is
 * always the same. To be registered before what is to meet it.
 */
public final class UnreliableRekognition implements AfterAllCallback {
  private static final long SEED = 5;
  private static final double SHIFT = 0.04;
  private static final long SLOW_MS = 150;

  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, List<BoundingBox>> told = new ConcurrentHashMap<>();
  private final Map<Trouble, AtomicInteger> met = new ConcurrentHashMap<>();
  private final AtomicInteger deletions = new AtomicInteger();
  private @Nullable Relay relay;

  /** What becomes of a call of IndexFaces. */
  public enum Trouble {
    NONE,
    THROTTLED,
    TOO_MUCH,
    BROKEN,
    SLOW,
    LOST,
    FACE_MISSING,
    FACE_TOO_MANY
  }

  private final class Way implements Relay.Interception {
    @Override
    public Optional<Reply> meet(String operation, String body) {
      if (!isIndexing(operation)) {
        return Optional.empty();
      }
      String photo = photo(body);
      int call = calls.computeIfAbsent(photo, _ -> new AtomicInteger()).getAndIncrement();
      Trouble trouble = trouble(photo, call);
      int _ = met.computeIfAbsent(trouble, _ -> new AtomicInteger()).incrementAndGet();
      return switch (trouble) {
        case THROTTLED -> fault(400, "ThrottlingException");
        case TOO_MUCH -> fault(400, "ProvisionedThroughputExceededException");
        case BROKEN -> fault(500, "InternalServerError");
        case SLOW -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MS));
          yield Optional.empty();
        }
        case NONE, LOST, FACE_MISSING, FACE_TOO_MANY -> Optional.empty();
      };
    }

    @Override
    public Optional<Reply> answered(String operation, String body, Reply answer) {
      if (operation.endsWith(".DeleteFaces")) {
        return deletions.getAndIncrement() % 2 == 0 ? Optional.empty() : Optional.of(answer);
      }
      if (!isIndexing(operation) || answer.status() != 200) {
        return Optional.of(answer);
      }
      String photo = photo(body);
      int call = requireNonNull(calls.get(photo)).get() - 1;
      return switch (trouble(photo, call)) {
        case LOST -> Optional.empty();
        case NONE, THROTTLED, TOO_MUCH, BROKEN, SLOW, FACE_MISSING, FACE_TOO_MANY ->
            Optional.of(new Reply(200, distorted(photo, call, answer.body())));
      };
    }
  }

  /** Where who wants to get there goes instead. */
  public URI before(URI target) {
    try {
      relay = new Relay(target, new Way());
      return relay.address();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    requireNonNull(relay).close();
  }

  /** How often faces were to be indexed. */
  public int calls() {
    return calls.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** How often this became of a call. */
  public int met(Trouble trouble) {
    return Optional.ofNullable(met.get(trouble)).map(AtomicInteger::get).orElse(0);
  }

  /** The boxes that were told last of a photo. */
  public List<BoundingBox> told(String key) {
    return told.getOrDefault(key, List.of());
  }

  /** The fourth call for a photo goes well at the latest, but for its faces. */
  private static Trouble trouble(String photo, int call) {
    Random random = random(photo, call);
    return switch (random.nextInt(call < 3 ? 12 : 5)) {
      case 0 -> Trouble.NONE;
      case 1 -> Trouble.SLOW;
      case 2, 3 -> Trouble.FACE_MISSING;
      case 4 -> Trouble.FACE_TOO_MANY;
      case 5, 6 -> Trouble.THROTTLED;
      case 7, 8 -> Trouble.TOO_MUCH;
      case 9 -> Trouble.BROKEN;
      default -> Trouble.LOST;
    };
  }

  private static Random random(String photo, int call) {
    return new Random(new Random(SEED + 31L * photo.hashCode() + call).nextLong());
  }

  private String distorted(String photo, int call, String answer) {
    Map<String, Object> json = read(answer);
    List<Map<String, Object>> records = new ArrayList<>(maps(json.get("FaceRecords")));
    Random random = random(photo, call);
    Trouble trouble = trouble(photo, call);
    if (trouble == Trouble.FACE_MISSING && !records.isEmpty()) {
      var _ = records.remove(random.nextInt(records.size()));
    }
    if (trouble == Trouble.FACE_TOO_MANY && !records.isEmpty()) {
      records.add(nobody(records.getFirst()));
    }
    List<BoundingBox> boxes = new ArrayList<>();
    for (Map<String, Object> record : records) {
      BoundingBox box = shifted(box(map(record.get("Face"))), random);
      put(map(record.get("Face")), box);
      put(map(record.get("FaceDetail")), box);
      boxes.add(box);
    }
    json.put("FaceRecords", records);
    told.put(photo, boxes);
    return write(json);
  }

  /** A face in the picture's corner that is none. */
  private static Map<String, Object> nobody(Map<String, Object> like) {
    Map<String, Object> copy = read(write(like));
    Map<String, Object> face = map(copy.get("Face"));
    face.put("FaceId", UUID.nameUUIDFromBytes(write(like).getBytes(UTF_8)).toString());
    put(face, new BoundingBox(0, 0, 0.05, 0.05));
    return copy;
  }

  private static BoundingBox shifted(BoundingBox box, Random random) {
    return new BoundingBox(
        box.left() + aLittle(random) * box.width(),
        box.top() + aLittle(random) * box.height(),
        box.width() * (1 + aLittle(random)),
        box.height() * (1 + aLittle(random)));
  }

  private static double aLittle(Random random) {
    return SHIFT * (2 * random.nextDouble() - 1);
  }

  private static BoundingBox box(Map<String, Object> face) {
    Map<String, Object> box = map(face.get("BoundingBox"));
    return new BoundingBox(
        number(box, "Left"), number(box, "Top"), number(box, "Width"), number(box, "Height"));
  }

  private static double number(Map<String, Object> box, String name) {
    return ((Number) requireNonNull(box.get(name))).doubleValue();
  }

  private static void put(Map<String, Object> face, BoundingBox box) {
    face.put(
        "BoundingBox",
        Map.of("Left", box.left(), "Top", box.top(), "Width", box.width(), "Height", box.height()));
  }

  private static boolean isIndexing(String operation) {
    return operation.endsWith(".IndexFaces");
  }

  private static String photo(String request) {
    Map<String, Object> image = map(read(request).get("Image"));
    return requireNonNull(map(image.get("S3Object")).get("Name")).toString();
  }

  private static Optional<Reply> fault(int status, String type) {
    return Optional.of(
        new Reply(status, "{\"__type\": \"%s\", \"Message\": \"on purpose\"}".formatted(type)));
  }

  private static Map<String, Object> read(String json) {
    try {
      return new LinkedHashMap<>(
          ObjectMapper.getDefault().readValue(json, Argument.mapOf(String.class, Object.class)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String write(Map<String, Object> json) {
    try {
      return ObjectMapper.getDefault().writeValueAsString(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object json) {
    return (Map<String, Object>) requireNonNull(json);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(@Nullable Object json) {
    return (List<Map<String, Object>>) requireNonNull(json);
  }
}
