package dev.riderphotos.rekognition;

import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import java.util.Map;

/** The operations of Rekognition that we have, for whoever may call them. */
public final class Rekognition {
  private final Map<String, Operation> operations;
  private final SignatureCheck signatures;
  private final RequestRate rate;

  /**
   * Serves these collections.
   *
   * @param signatures who may call
   * @param rate how often
   */
  public Rekognition(
      FaceCollections collections,
      FaceAnalysis analysis,
      PhotoStore photos,
      PhotoOpener opener,
      Names names,
      SignatureCheck signatures,
      RequestRate rate) {
    Images images = new Images(photos, opener);
    this.signatures = signatures;
    this.rate = rate;
    this.operations =
        operations(
            new CollectionOperations(collections, names.region(), names.account()),
            new FaceOperations(collections, images),
            new SearchOperations(collections, images),
            new AnalysisOperations(analysis, images));
  }

  /** What the ARNs of collections name. */
  public record Names(String region, String account) {}

  /** The operation of the request, if the request may call it. */
  Operation operation(ReceivedRequest request) {
    signatures.check(request);
    rate.take();
    return request
        .operation()
        .map(operations::get)
        .orElseThrow(
            () -> new RekognitionException("UnknownOperationException", "Unknown operation"));
  }

  private static Map<String, Operation> operations(
      CollectionOperations collections,
      FaceOperations faces,
      SearchOperations searches,
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
        Map.entry("DetectFaces", analyses::detect),
        Map.entry("CompareFaces", analyses::compare));
  }
}
