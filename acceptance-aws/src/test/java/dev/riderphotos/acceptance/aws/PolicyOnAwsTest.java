package dev.riderphotos.acceptance.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.app.server.UnfinishedExecutions;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.FaultyNetwork;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.app.wiring.AwsPermissions;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.aws.testkit.OddAnswer;
import dev.riderphotos.aws.testkit.Permission;
import dev.riderphotos.aws.testkit.RecordedCalls;
import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.event.Buckets;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.CollectionUsers.UserFaces;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.Role;
import dev.riderphotos.face.UserChange.Done;
import dev.riderphotos.face.UserId;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.language.Language;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.retention.DailySweep;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The policy for running allows what a whole server asked of AWS, in every feature it has, and
 * nothing else: recorded here, on emulators.
 */
class PolicyOnAwsTest {
  @RegisterExtension
  @Order(1)
  static final FaultyNetwork NETWORK = new FaultyNetwork();

  @RegisterExtension
  @Order(2)
  static final AwsServer AWS =
      new AwsServer(
          Map.of("events.delay", "1ms", "retention.inactive-riders", "365d"), NETWORK::before);

  private static final Person RIDER = Person.named().get(0);
  private static final Person NAMED = Person.named().get(1);

  private static Set<Permission> recorded = Set.of();
  private static Set<Permission> allowed = Set.of();

  @BeforeAll
  static void record() throws IOException {
    RecordedCalls.begin();
    try (Application another = Application.open(AWS.data(), AWS.settings())) {
      another.get(UnfinishedExecutions.class).start();
      riders();
      reviews();
      audit();
      webhooks();
      drinks();
      extractions();
      gallery();
      movedFaces();
      keysAndLinks();
      migrations();
      eventsThatFail();
      assertThat(AWS.client().get("/health").status()).isEqualTo(200);
      allowed = ofSomeBucket(Permission.allowedBy(policy(another)));
    }
    recorded = ofSomeBucket(RecordedCalls.end());
  }

  @Test
  void allThatIsAskedForIsAllowedAndNothingElse() {
    assertSame(recorded, allowed);
  }

  @Test
  void oneActionLessOrMoreIsSeen() {
    for (Permission permission : recorded) {
      assertThat(differences(recorded, without(allowed, permission))).containsExactly(permission);
      assertThat(differences(without(recorded, permission), allowed)).containsExactly(permission);
    }
  }

  private static void assertSame(Set<Permission> needed, Set<Permission> given) {
    assertThat(differences(needed, given)).isEmpty();
  }

  private static Set<Permission> differences(Set<Permission> needed, Set<Permission> given) {
    Set<Permission> differences = new HashSet<>(needed);
    differences.addAll(given);
    differences.removeIf(each -> needed.contains(each) && given.contains(each));
    return differences;
  }

  private static Set<Permission> without(Set<Permission> all, Permission one) {
    Set<Permission> others = new HashSet<>(all);
    others.remove(one);
    return others;
  }

  private static String policy(Application application) {
    return application.get(AwsPermissions.class).toRun("*");
  }

  /** A store does with one bucket what it does with another. */
  private static Set<Permission> ofSomeBucket(Set<Permission> permissions) {
    Set<String> kept = AWS.application().get(Buckets.class).names();
    return permissions.stream()
        .map(
            permission ->
                kept.contains(permission.resource().replaceFirst("/.*", ""))
                    ? new Permission(
                        permission.action(),
                        permission.resource().replaceFirst("^[^/]*", "any kept bucket"))
                    : permission)
        .collect(Collectors.toSet());
  }

  /** What moving faces to another collection writes beside the faces. */
  private static void movedFaces() {
    CollectionId other = new CollectionId("other");
    LiveCollections live = AWS.application().get(LiveCollections.class);
    live.pair(Role.GALLERY, other);
    live.unpair(Role.GALLERY, other);
    FaceCounterparts counterparts = AWS.application().get(FaceCounterparts.class);
    counterparts.pair(live.of(Role.GALLERY), new FaceId("before"), other, new FaceId("moved"));
    counterparts.forget(new FaceId("before"));
  }

  private static void riders() {
    Client client = AWS.client();
    client.verify("ada", Photos.of(RIDER)).isVerified();
    Form form = new Form().field("email", "b@example.com").file("photo", "b.jpg", Photos.nobody());
    Answer refused = client.post(Client.photoOf("boris") + "?wait=true", form);
    assertThat(refused.at("status")).isEqualTo("REJECTED");
    for (String query : List.of("", "?rider=ada", "?status=VERIFIED")) {
      assertThat(client.get("/v1/executions" + query).listAt("executions")).isNotEmpty();
    }
    String faces = "/v1/faces?collection=" + AWS.name("faces");
    assertThat(client.get(faces).listAt("faces")).isNotEmpty();
    becomeAUsers("faces");
    retention();
    assertThat(client.delete("/v1/riders/ada").status()).isEqualTo(200);
  }

  private static void retention() {
    assertThat(AWS.client().post("/v1/riders/ada/seen", "").status()).isEqualTo(204);
    assertThat(AWS.application().get(DailySweep.class).sweepIfDue(() -> true))
        .hasValueSatisfying(swept -> assertThat(swept.complete()).isTrue());
  }

  private static void reviews() {
    Cases cases = AWS.application().get(Cases.class);
    Case open =
        cases.open(
            CaseFiles.possibleDuplicate(
                new RiderId("later"), new RiderId("earlier"), CaseFiles.NOON));
    assertThat(cases.of(new RiderId("earlier"))).containsExactly(open);
    cases.delete(open.id());
  }

  private static void audit() {
    AuditEntry entry =
        AWS.application()
            .get(Audit.class)
            .tell(Origin.commandLine(), Deed.of(Act.CASE_DECIDED), "a note");
    Client client = AWS.client();
    assertThat(client.get("/v1/audit").listAt("entries")).isNotEmpty();
    assertThat(client.delete("/v1/audit/%d/note".formatted(entry.number())).status())
        .isEqualTo(204);
    assertThat(client.get("/v1/audit/verification").at("sound")).isEqualTo(true);
  }

  /** What they ask of their table while something is to be told, and while nothing is. */
  private static void webhooks() {
    Announcements announcements = AWS.application().get(Announcements.class);
    announcements.switchOff(new Off(Instant.EPOCH, "410"));
    assertThat(announcements.off()).isPresent();
    announcements.switchOn();
    announcements.postpone(AnnouncementId.at(Instant.EPOCH), "500", Instant.EPOCH);
    assertThat(announcements.take(Instant.EPOCH, 1)).isEmpty();
  }

  private static void drinks() {
    Client client = AWS.client();
    String drink = "/v1/drink-photos?bar=Joes&drink=Sour";
    arrives("drinks", "cocktail-pictures/Joes/Sour.jpg", Photos.of(RIDER));
    await(() -> client.get(drink), answer -> answer.status() == 200);
    assertThat(client.get("/v1/bars").status()).isEqualTo(200);
    assertThat(client.get("/v1/bars/Joes/drinks").status()).isEqualTo(200);
    assertThat(client.delete(drink).status()).isEqualTo(204);
  }

  private static void extractions() {
    Client client = AWS.client();
    byte[] picture = Photos.of(RIDER).bytes();
    Answer extracted = client.send("POST", "/v1/extractions", "image/jpeg", picture);
    String chain = "/v1/extractions/" + extracted.textAt("chainId");
    assertThat(client.get(chain).status()).isEqualTo(200);
    assertThat(client.get(extracted.textAt("crops/0/image")).status()).isEqualTo(200);
    arrives("pictures", "one.jpg", Photos.of(NAMED));
    String made = "/v1/extractions?source=s3://" + AWS.name("pictures") + "/one.jpg";
    await(() -> client.get(made), answer -> !answer.listAt("extractions").isEmpty());
    assertThat(client.delete(made).status()).isEqualTo(200);
  }

  private static void gallery() {
    Client client = AWS.client();
    String secret = secret();
    Map<String, String> key = Map.of("x-api-key", secret, "Content-Type", "image/jpeg");
    Photo other = Photos.anotherOf(NAMED);
    Answer indexed = client.send("PUT", "/v1/index/n.jpg", key, Photos.of(NAMED).bytes());
    String face = "/v1/faces/" + indexed.textAt("faces/0/FaceId");
    Answer found = client.send("POST", "/v1/search?faces=all", key, other.bytes());
    String match =
        "/v1/searches/%s/matches/%s"
            .formatted(found.textAt("searches/0/id"), indexed.textAt("faces/0/FaceId"));
    assertThat(client.delete(match).status()).isEqualTo(200);
    assertThat(client.send("PUT", match, "application/json", "{}".getBytes(UTF_8)).status())
        .isEqualTo(200);
    assertThat(client.get(face).status()).isEqualTo(200);
    assertThat(client.get("/v1/info", "x-api-key", secret).status()).isEqualTo(200);
    becomeAUsers("named");
    assertThat(client.delete(face).status()).isEqualTo(200);
    assertThat(client.post(face + "/restore", "{}").status()).isEqualTo(200);
    Map<String, String> bare = Map.of("x-api-key", secret);
    assertThat(client.send("DELETE", "/v1/index/n.jpg", bare, new byte[0]).status()).isEqualTo(200);
    assertThat(AWS.application().get(GalleryPhotos.class).unfinished(1)).isEmpty();
  }

  private static void keysAndLinks() {
    Application application = AWS.application();
    ApiKeys keys = application.get(ApiKeys.class);
    assertThat(keys.list()).isNotEmpty().allMatch(key -> keys.revoke(key.id()).isPresent());
    RiderId rider = new RiderId("ada");
    String link = application.get(RiderLinks.class).issue(rider, Duration.ofHours(1)).token();
    assertThat(application.get(RiderLinks.class).open(link)).isNotNull();
    LinkRequests requests = application.get(LinkRequests.class);
    requests.open(
        new LinkRequest(rider, null, Duration.ofHours(1), Language.ENGLISH, Instant.EPOCH));
    assertThat(requests.all()).hasSize(1);
    assertThat(requests.find(rider)).isPresent();
    requests.close(rider);
    application.get(RevokeLinks.class).revokeAll(rider);
  }

  /** What the run of a migration writes, and what a command and an erasure do. */
  private static void migrations() {
    Application application = AWS.application();
    Migrations migrations = application.get(Migrations.class);
    MigrationLedger ledger = application.get(MigrationLedger.class);
    MigrationId id = new MigrationId("records-file");
    MigrationOptions options = new MigrationOptions(0.5, 50, 1, QualityFilter.AUTO, false);
    migrations.add(
        Migration.prepared(id, null, new CollectionId("another"), null, options, Instant.EPOCH));
    Migration prepared = migrations.find(id).orElseThrow();
    assertThat(migrations.all()).containsExactly(prepared);
    assertThat(migrations.claim(id)).isTrue();
    migrations.replace(prepared.with(options));
    migrations.release(id);
    ProvidedFace face =
        new ProvidedFace(
            new FaceId("old"), new ImageId("i"), null, new BoundingBox(0, 0, 0.5, 0.5));
    PhotoRef photo = new PhotoRef(AWS.name("pictures"), "one.jpg");
    assertThat(ledger.add(id, List.of(new ImageRecord(photo, null, List.of(face))))).isEmpty();
    assertThat(ledger.open(id, 0, 1)).hasSize(1);
    assertThat(ledger.withdraw(id, face.id())).isTrue();
    ledger.delete(id);
  }

  /** One that comes again, and one that no repetition helps. */
  private static void eventsThatFail() {
    Client client = AWS.client();
    NETWORK.answers(OddAnswer.BAD_GATEWAY, "RekognitionService.DetectFaces");
    arrives("pictures", "later.jpg", Photos.of(RIDER));
    await(
        () -> client.get("/prometheus"),
        meters -> meters.text().contains("rider_photos_events_postponed_total 1"));
    NETWORK.heal();
    arrives("gallery", "broken.jpg", Photos.truncated());
    await(() -> client.get("/v1/events/dead"), dead -> !dead.listAt("events").isEmpty());
    assertThat(client.post("/v1/events/dead/redrive", "{}").status()).isEqualTo(200);
  }

  /** Others may do so with the faces of a collection, which needs no permission of ours. */
  private static void becomeAUsers(String collection) {
    CollectionId id = new CollectionId(AWS.name(collection));
    UserId user = new UserId("somebody");
    CollectionUsers users = AWS.application().get(CollectionUsers.class);
    FaceCollections collections = AWS.application().get(FaceCollections.class);
    RecordedCalls.unheard(
        () -> {
          List<FaceId> faces =
              collections.faces(id, null, 10).orElseThrow().faces().stream()
                  .map(IndexedFace::id)
                  .toList();
          assertThat(users.create(id, user, null)).isInstanceOf(Done.class);
          assertThat(users.associate(id, new UserFaces(user, faces), 0, null))
              .isInstanceOf(Done.class);
        });
  }

  private static String secret() {
    CreateApiKey creation = AWS.application().get(CreateApiKey.class);
    return creation.create("test", EnumSet.of(Scope.INDEX, Scope.SEARCH)).secret().reveal();
  }

  /** S3 would tell of it; here nobody but the test does, which needs no permission of ours. */
  private static void arrives(String bucket, String key, Photo photo) {
    PhotoRef ref = new PhotoRef(AWS.name(bucket), key);
    AWS.application().get(PhotoStore.class).put(ref, photo);
    RecordedCalls.unheard(
        () -> {
          SqsClient sqs = AwsServer.aws().sqs();
          String url = sqs.getQueueUrl(request -> request.queueName(AWS.name("events"))).queueUrl();
          String body = S3Messages.notification(ref, "01", Instant.now());
          var _ = sqs.sendMessage(request -> request.queueUrl(url).messageBody(body));
        });
  }

  private static void await(Supplier<Answer> question, Predicate<Answer> enough) {
    Answer answer = question.get();
    while (!enough.test(answer)) {
      answer = question.get();
    }
  }
}
