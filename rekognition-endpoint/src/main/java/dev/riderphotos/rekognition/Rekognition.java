package dev.riderphotos.rekognition;

import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rekognition.signature.Claim;
import dev.riderphotos.rekognition.signature.RequestHead;
import dev.riderphotos.rekognition.signature.SignatureCheck;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of Rekognition that we have, for whoever may call them. */
public final class Rekognition {
  /** Signatures name this service. */
  public static final String SERVICE = "rekognition";

  private static final String TARGET = "RekognitionService.";
  private static final Set<String> DELETING =
      Set.of("DeleteCollection", "DeleteFaces", "DeleteUser", "DisassociateFaces");

  private final Map<String, Operation> operations;
  private final @Nullable SignatureCheck signatures;
  private final RequestRate rate;

  /**
   * Serves these collections.
   *
   * @param signatures who may call; {@code null} lets everybody
   * @param rate how often
   */
  public Rekognition(
      FaceCollections collections,
      CollectionUsers users,
      FaceAnalysis analysis,
      PhotoStore photos,
      PhotoOpener opener,
      Names names,
      @Nullable SignatureCheck signatures,
      RequestRate rate) {
    Images images = new Images(photos, opener);
    this.signatures = signatures;
    this.rate = rate;
    this.operations =
        operations(
            new CollectionOperations(collections, names.region(), names.account()),
            new FaceOperations(collections, users, images),
            new SearchOperations(collections, images),
            new UserOperations(users),
            new UserSearchOperations(users, collections, images),
            new AnalysisOperations(analysis, images));
  }

  /** What the ARNs of collections name. */
  public record Names(String region, String account) {
    public Names {
      if (!region.matches("[a-z0-9-]{1,64}")) {
        throw new IllegalArgumentException("a region is named as us-east-1 is");
      }
      if (!account.matches("\\d{12}")) {
        throw new IllegalArgumentException("an account has 12 digits");
      }
    }
  }

  /** Who the request says that it is from; empty if everybody may call. */
  Optional<Claim> claim(RequestHead head) {
    return Optional.ofNullable(signatures).map(check -> check.claim(head));
  }

  /** The operation of the request, which counts as a call. */
  Operation operation(RequestHead head) {
    rate.take();
    return head.header("X-Amz-Target")
        .filter(target -> target.startsWith(TARGET))
        .map(target -> operations.get(target.substring(TARGET.length())))
        .orElseThrow(
            () -> new RekognitionException("UnknownOperationException", "Unknown operation"));
  }

  /** The operation of the request, if it deletes something. */
  static Optional<String> deletion(RequestHead head) {
    return head.header("X-Amz-Target")
        .map(target -> target.substring(Math.min(TARGET.length(), target.length())))
        .filter(DELETING::contains);
  }

  private static Map<String, Operation> operations(
      CollectionOperations collections,
      FaceOperations faces,
      SearchOperations searches,
      UserOperations users,
      UserSearchOperations userSearches,
      AnalysisOperations analyses) {
    return Map.ofEntries(
        Map.entry("CreateCollection", collections::create),
        Map.entry("DescribeCollection", collections::describe),
        Map.entry("ListCollections", collections::list),
        Map.entry("DeleteCollection", collections::delete),
        Map.entry("IndexFaces", faces::index),
        Map.entry("ListFaces", faces::list),
        Map.entry("DeleteFaces", faces::delete),
        Map.entry("SearchFaces", searches::byFace),
        Map.entry("SearchFacesByImage", searches::byImage),
        Map.entry("CreateUser", users::create),
        Map.entry("DeleteUser", users::delete),
        Map.entry("ListUsers", users::list),
        Map.entry("AssociateFaces", users::associate),
        Map.entry("DisassociateFaces", users::disassociate),
        Map.entry("SearchUsers", userSearches::search),
        Map.entry("SearchUsersByImage", userSearches::byImage),
        Map.entry("DetectFaces", analyses::detect),
        Map.entry("CompareFaces", analyses::compare));
  }
}
