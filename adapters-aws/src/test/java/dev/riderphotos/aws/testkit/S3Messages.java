package dev.riderphotos.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.photo.PhotoRef;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What S3 tells of an object that arrived; no emulator does. */
public final class S3Messages {
  private S3Messages() {}

  /** As to a queue. */
  public static String notification(PhotoRef ref, String sequencer, Instant at) {
    return notification(List.of(ref), sequencer, at);
  }

  public static String notification(List<PhotoRef> refs, String sequencer, Instant at) {
    return refs.stream()
        .map(ref -> notified(ref, sequencer, at))
        .collect(Collectors.joining(", ", "{\"Records\": [", "]}"));
  }

  private static String notified(PhotoRef ref, String sequencer, Instant at) {
    return """
    {"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "eu-central-1",
     "eventTime": "%s", "eventName": "ObjectCreated:Put",
     "s3": {"s3SchemaVersion": "1.0", "configurationId": "events",
            "bucket": {"name": "%s", "arn": "arn:aws:s3:::%2$s"},
            "object": {"key": "%s", "size": 1, "eTag": "e", "sequencer": "%s"}}}
    """
        .formatted(at, ref.bucket(), URLEncoder.encode(ref.key(), UTF_8), sequencer);
  }

  /** As by EventBridge. */
  public static String eventBridge(PhotoRef ref, String sequencer, Instant at) {
    return """
    {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103",
     "detail-type": "Object Created", "source": "aws.s3", "account": "123456789012",
     "time": "%s", "region": "eu-central-1", "resources": ["arn:aws:s3:::%s"],
     "detail": {"version": "0", "bucket": {"name": "%2$s"},
                "object": {"key": "%s", "size": 1, "etag": "e", "sequencer": "%s"},
                "reason": "PutObject"}}
    """
        .formatted(at, ref.bucket(), ref.key().replace("\"", "\\\""), sequencer);
  }

  /** What S3 sends when it is first told of a queue. */
  public static String testEvent() {
    return """
    {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-01-01T12:00:00.000Z",
     "Bucket": "drink-photos", "RequestId": "5582815E1AEA5ADF", "HostId": "8cLeGAmw098X5cv4"}
    """;
  }
}
