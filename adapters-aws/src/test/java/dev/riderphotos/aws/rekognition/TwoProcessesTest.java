package dev.riderphotos.aws.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.aws.dynamodb.DynamoDbExecutions;
import dev.riderphotos.aws.dynamodb.DynamoDbRiderProfiles;
import dev.riderphotos.aws.s3.InBucketsOfItsOwn;
import dev.riderphotos.aws.s3.S3PhotoStore;
import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.TakenOverException;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Ports;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.ExecutionRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole verifications on shared tables and buckets, by processes that may die. */
@OnAws
class TwoProcessesTest {
  private static final int MANY = 50;
  private static final List<Person> FACES = List.of(Person.ADA, Person.BORIS, Person.CLARA);
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Verifications fakes = new Verifications();
  private final Aws aws;
  private final String table;
  private final Ports ports;
  private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

  TwoProcessesTest(Aws aws) {
    this.aws = aws;
    this.table = aws.newTable(DynamoDbExecutions::table);
    String profiles = aws.newTable(DynamoDbRiderProfiles::table);
    this.ports =
        fakes
            .ports()
            .withPhotos(new InBucketsOfItsOwn(aws, new S3PhotoStore(aws.s3(), Set.of())))
            .withProfiles(new DynamoDbRiderProfiles(aws.dynamoDb(), profiles));
  }

  @Test
  void whatADeadProcessLeftIsRunOnceByTheTwoThatComeAfterIt() {
    Set<ExecutionId> left = submitManyAndDie();
    DynamoDbExecutions one = process();
    DynamoDbExecutions other = process();
    assertThat(one.unfinished()).hasSize(MANY);

    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      ExecutionRunner first = runner(one, pool);
      ExecutionRunner second = runner(other, pool);
      List<CompletableFuture<Execution>> ends = new ArrayList<>();
      for (ExecutionId id : left) {
        ends.add(first.run(id));
        ends.add(second.run(id));
      }
      ends.forEach(CompletableFuture::join);
    }

    assertThat(fakes.watcher().ended()).hasSize(MANY);
    assertThat(fakes.watcher().ended())
        .extracting(Execution::id)
        .containsExactlyInAnyOrderElementsOf(left);
    assertThat(fakes.watcher().faults()).isEmpty();
    assertThat(one.list(Filter.ALL, null, MANY).executions())
        .hasSize(MANY)
        .noneMatch(Execution::unfinished);
    assertThat(fakes.collection().size()).isEqualTo(FACES.size());
  }

  @Test
  void whatAnEndingProcessGivesBackAnotherTakesUpAtOnce() {
    DynamoDbExecutions ending = process();
    DynamoDbExecutions other = process();
    Execution begun = submit(ending, 1);
    assertThat(other.unfinished()).isEmpty();

    ending.release(begun.id());
    ending.renew();

    assertThat(other.unfinished()).containsExactly(begun.id());
    assertThat(other.claim(begun.id())).isTrue();
    assertThatThrownBy(() -> ending.save(begun)).isInstanceOf(TakenOverException.class);
    ending.release(begun.id());
    assertThat(process().unfinished()).isEmpty();
  }

  @Test
  void aProcessThatOnlySleptDoesNotSpoilWhatItsSuccessorDid() {
    DynamoDbExecutions sleeper = process();
    DynamoDbExecutions successor = process();
    FaceDetector falls =
        (_, _) -> {
          now = now.plus(LEASE).plusMillis(1);
          for (ExecutionId id : successor.unfinished()) {
            assertThat(run(successor, id).status()).isEqualTo(Status.VERIFIED);
          }
          throw new IllegalStateException("awake again, and now it would fail and undo");
        };
    Execution begun = submit(sleeper, 1);

    Execution end =
        ports
            .withExecutions(sleeper)
            .withDetector(falls)
            .verifyRiderPhoto(Verifications.AS_IN_THE_REFERENCE)
            .run(begun.id());

    assertThat(end.status()).isEqualTo(Status.VERIFIED);
    assertThat(end).isEqualTo(sleeper.find(begun.id()).orElseThrow());
    assertThat(fakes.watcher().ended()).hasSize(1);
    assertThat(fakes.collection().size()).isEqualTo(1);
    assertThat(ports.profiles().find(Riders.number(1))).isPresent();
    assertThat(ports.photos().get(fakes.thumbnailOf(end))).isPresent();
  }

  private Set<ExecutionId> submitManyAndDie() {
    DynamoDbExecutions dying = process();
    Set<ExecutionId> left =
        IntStream.range(0, MANY)
            .mapToObj(number -> submit(dying, number).id())
            .collect(Collectors.toSet());
    assertThat(process().unfinished()).isEmpty();
    now = now.plus(LEASE).plusMillis(1);
    return left;
  }

  private Execution submit(DynamoDbExecutions executions, int number) {
    Person person = FACES.get(number % FACES.size());
    return ports
        .withExecutions(executions)
        .submitRiderPhoto(Verifications.AS_IN_THE_REFERENCE)
        .submit(Riders.number(number), "selfie.jpg", Photos.of(person), false, null);
  }

  private Execution run(DynamoDbExecutions executions, ExecutionId id) {
    return ports
        .withExecutions(executions)
        .withDetector(new KnownFaces())
        .verifyRiderPhoto(Verifications.AS_IN_THE_REFERENCE)
        .run(id);
  }

  private ExecutionRunner runner(DynamoDbExecutions executions, ExecutorService pool) {
    return new ExecutionRunner(
        ports.withExecutions(executions).verifyRiderPhoto(Verifications.AS_IN_THE_REFERENCE),
        executions,
        fakes.watcher(),
        new ExecutionQueue(QueueSettings.DEFAULT, pool));
  }

  private DynamoDbExecutions process() {
    return new DynamoDbExecutions(aws.dynamoDb(), table, LEASE, Duration.ofDays(1), () -> now);
  }
}
