package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.DynamoDbLiveCollections;
import dev.riderphotos.aws.dynamodb.DynamoDbUses;
import dev.riderphotos.aws.rekognition.RekognitionFaces.Hit;
import dev.riderphotos.aws.rekognition.RiderCollections.One;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.LiveFaces;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.face.Role;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/**
 * The live one of Rekognition's collections, which must have been made before. Rekognition knows
 * faces and names; whose image a face comes from, and that search and insert are one, is kept in
 * tables beside it.
 *
 * <p>A face that has no record, because others indexed it, is somebody's all the same: it is found,
 * and it bars. Its {@link ImageId} is then Rekognition's.
 */
public final class RekognitionRiderFaces
    implements RiderFaces, RegistrationTurn, HealthChecked, UsesAws {
  private final RekognitionClient rekognition;
  private final DynamoDbClient dynamoDb;
  private final RiderFacesSettings terms;
  private final RiderCollections collections;
  private final CollectionLease lease;
  private final FaceRegistration registration;

  public RekognitionRiderFaces(
      RekognitionClient rekognition,
      DynamoDbClient dynamoDb,
      RiderFacesSettings terms,
      LiveCollections live,
      FaceCounterparts counterparts,
      InstantSource clock) {
    this.rekognition = rekognition;
    this.dynamoDb = dynamoDb;
    this.terms = terms;
    this.collections =
        new RiderCollections(
            rekognition, dynamoDb, terms.tables(), new LiveFaces(Role.RIDERS, live, counterparts));
    this.lease = new CollectionLease(dynamoDb, terms, clock);
    this.registration =
        new FaceRegistration(terms, collections, lease, collection -> check(live, collection));
  }

  /** What is live is in a table of the same database; or it is this process's alone. */
  private static Optional<TransactWriteItem> check(LiveCollections live, CollectionId collection) {
    return live instanceof DynamoDbLiveCollections shared
        ? Optional.of(shared.onlyWhile(Role.RIDERS, collection))
        : Optional.empty();
  }

  @Override
  public <T> T whileNobodyRegisters(Supplier<T> work) {
    return lease.whileHeld(work);
  }

  /** Leaves out the faces of registrations that are under way, or were cut short. */
  @Override
  public List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    RekognitionPrint searched = RekognitionPrint.of(print);
    One live = collections.live();
    List<Hit> hits = live.faces().search(searched.image(), minSimilarity, limit);
    FoundFaces found = collections.known(live, hits);
    return found
        .without(unfinished(live, found))
        .matches(terms.duplicateSimilarity())
        .filter(match -> match.similarity() >= minSimilarity)
        .limit(limit)
        .toList();
  }

  /**
   * One search for all that are at least so alike, of which the face is one or is not: Rekognition
   * compares no image with one face of a collection. It answers 0 for one that is less alike.
   */
  @Override
  public OptionalDouble similarity(FacePrint print, FaceId face, double least) {
    RekognitionPrint searched = RekognitionPrint.of(print);
    One live = collections.live();
    return collections
        .find(live, face)
        .map(known -> similarity(live, searched, known.id(), least))
        .orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble similarity(
      One live, RekognitionPrint searched, FaceId face, double least) {
    return OptionalDouble.of(
        live.faces().search(searched.image(), least, RekognitionFaces.MOST).stream()
            .filter(hit -> hit.id().equals(face))
            .mapToDouble(Hit::similarity)
            .findFirst()
            .orElse(0));
  }

  @Override
  public Registration register(NewFace face) {
    return registration.register(face, RekognitionPrint.of(face.face().print()));
  }

  @Override
  public Optional<IndexedFace> registeredFrom(ImageId image) {
    return collections.registeredFrom(collections.live(), image);
  }

  @Override
  public Optional<IndexedFace> find(FaceId id) {
    return collections.find(collections.live(), id);
  }

  @Override
  public Optional<float[]> descriptor(FaceId id) {
    return Optional.empty();
  }

  /** While faces are moved, nobody may be at it that moves this one. */
  @Override
  public void delete(FaceId id) {
    if (collections.several()) {
      try (HeldLease _ = lease.acquire()) {
        collections.erase(id);
      }
    } else {
      collections.erase(id);
    }
  }

  @Override
  public void deleteFacesOf(ImageId image) {
    registration.undo(image);
  }

  @Override
  public double duplicateSimilarity(long faces) {
    return terms.duplicateSimilarity();
  }

  @Override
  public long size() {
    return collections.live().faces().describe().faceCount();
  }

  @Override
  public String name() {
    return "face collection (Rekognition)";
  }

  /** Whether the collection is there, of the right model, and its tables answer. */
  @Override
  public void check() {
    One live = collections.live();
    String version = live.faces().describe().faceModelVersion();
    String expected = terms.kept().modelOf(live.id());
    if (expected != null && !expected.equals(version)) {
      throw new BackendException(
          "use the face collection %s, which was made with face model %s and not %s: migrate it"
              .formatted(live.id(), version, expected),
          false,
          new IllegalStateException("the face model is " + version));
    }
    var _ = lease.intents();
    var _ = live.records().find(new FaceId("check"));
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses tables = new DynamoDbUses(dynamoDb);
    List<AwsUse> uses = new ArrayList<>();
    for (CollectionId collection : named()) {
      uses.add(RekognitionUses.described(rekognition, collection.value()));
      uses.add(
          RekognitionUses.of(
              rekognition,
              "RidersFaces",
              collection.value(),
              "SearchFacesByImage",
              "SearchFaces",
              "IndexFaces",
              "DeleteFaces",
              "DisassociateFaces",
              "ListFaces"));
    }
    uses.add(
        tables.table(
            "FaceRecords", terms.tables().faces(), "BatchGetItem", "PutItem", "DeleteItem"));
    uses.add(
        tables.table(
            "FaceClaims",
            terms.tables().claims(),
            "GetItem",
            "PutItem",
            "UpdateItem",
            "DeleteItem"));
    return uses;
  }

  /** Where nothing is made yet that tells, it is the first. */
  private Set<CollectionId> named() {
    try {
      return collections.names();
    } catch (BackendException _) {
      return Set.of(terms.kept().first());
    }
  }

  private Set<FaceId> unfinished(One live, FoundFaces found) {
    if (!found.anyUnknown()) {
      return Set.of();
    }
    Collection<Intent> intents = lease.intents().values();
    return found.unknown(
        face -> intents.stream().anyMatch(intent -> intent.covers(live.id(), face)));
  }
}
