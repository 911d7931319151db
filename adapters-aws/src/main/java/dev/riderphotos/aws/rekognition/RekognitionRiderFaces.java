package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.DynamoDbUses;
import dev.riderphotos.aws.rekognition.RekognitionFaces.Hit;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.face.RiderFaces;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/**
 * A collection of Rekognition's, which must have been made before. Rekognition knows faces and
 * names; whose image a face comes from, and that search and insert are one, is kept in tables
 * beside it.
 *
 * <p>A face that has no record, because others indexed it, is somebody's all the same: it is found,
 * and it bars. Its {@link ImageId} is then Rekognition's.
 */
public final class RekognitionRiderFaces implements RiderFaces, HealthChecked, UsesAws {
  private final RekognitionClient rekognition;
  private final DynamoDbClient dynamoDb;
  private final RiderFacesSettings terms;
  private final RekognitionFaces faces;
  private final ClaimedFaces records;
  private final CollectionLease lease;
  private final FaceRegistration registration;

  public RekognitionRiderFaces(
      RekognitionClient rekognition,
      DynamoDbClient dynamoDb,
      RiderFacesSettings terms,
      InstantSource clock) {
    this.rekognition = rekognition;
    this.dynamoDb = dynamoDb;
    this.terms = terms;
    this.faces = new RekognitionFaces(rekognition, terms.collection());
    this.records = new ClaimedFaces(dynamoDb, terms.tables(), terms.collection());
    this.lease = new CollectionLease(dynamoDb, terms, clock);
    this.registration = new FaceRegistration(terms, faces, records, lease);
  }

  /** Leaves out the faces of registrations that are under way, or were cut short. */
  @Override
  public List<FaceMatch> search(FacePrint print, double minSimilarity, int limit) {
    List<Hit> hits = faces.search(RekognitionPrint.of(print).image(), minSimilarity, limit);
    FoundFaces found = new FoundFaces(hits, records.of(hits.stream().map(Hit::id).toList()));
    return found
        .without(unfinished(found))
        .matches(terms.duplicateSimilarity())
        .filter(match -> match.similarity() >= minSimilarity)
        .limit(limit)
        .toList();
  }

  @Override
  public Registration register(NewFace face) {
    return registration.register(face, RekognitionPrint.of(face.face().print()));
  }

  @Override
  public Optional<IndexedFace> find(FaceId id) {
    return records.find(id).map(ClaimedFace::indexed);
  }

  @Override
  public void delete(FaceId id) {
    Optional<ClaimedFace> record = records.find(id);
    faces.delete(List.of(id)); // first: a record without a face bars nobody
    record.ifPresent(records::delete);
  }

  @Override
  public void deleteFacesOf(ImageId image) {
    registration.undo(image);
  }

  @Override
  public long size() {
    return faces.describe().faceCount();
  }

  @Override
  public String name() {
    return "face collection (Rekognition)";
  }

  /** Whether the collection is there, of the right model, and its tables answer. */
  @Override
  public void check() {
    String version = faces.describe().faceModelVersion();
    String expected = terms.faceModel();
    if (expected != null && !expected.equals(version)) {
      throw new BackendException(
          "use the face collection %s, which was made with face model %s and not %s: migrate it"
              .formatted(terms.collection(), version, expected),
          false,
          new IllegalStateException("the face model is " + version));
    }
    var _ = lease.intents();
    var _ = records.find(new FaceId("check"));
  }

  @Override
  public List<AwsUse> uses() {
    DynamoDbUses tables = new DynamoDbUses(dynamoDb);
    return List.of(
        RekognitionUses.described(rekognition, terms.collection()),
        RekognitionUses.of(
            rekognition,
            "RidersFaces",
            terms.collection(),
            "SearchFacesByImage",
            "SearchFaces",
            "IndexFaces",
            "DeleteFaces",
            "DisassociateFaces",
            "ListFaces"),
        tables.table(
            "FaceRecords", terms.tables().faces(), "BatchGetItem", "PutItem", "DeleteItem"),
        tables.table(
            "FaceClaims",
            terms.tables().claims(),
            "GetItem",
            "PutItem",
            "UpdateItem",
            "DeleteItem"));
  }

  private Set<FaceId> unfinished(FoundFaces found) {
    if (!found.anyUnknown()) {
      return Set.of();
    }
    Collection<Intent> intents = lease.intents().values();
    return found.unknown(face -> intents.stream().anyMatch(intent -> intent.covers(face)));
  }
}
