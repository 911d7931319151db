package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.rekognition.RekognitionFaces.Hit;
import dev.riderphotos.aws.rekognition.RiderCollections.Elsewhere;
import dev.riderphotos.aws.rekognition.RiderCollections.One;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.rekognition.model.Face;

/**
 * Registers faces one at a time, under the role's lease: see which collection is live, search, note
 * the intent, index, wait until the face is found, and write its record with the lease's end, in
 * one transaction that only the lease's holder can write.
 *
 * <p>Before that transaction nothing is registered, however far it came: a face that is indexed by
 * then has an intent and no record, and whoever holds the lease next and finds it deletes it.
 * Nobody deletes such a face without the lease: Rekognition may have given the same one to another.
 * Nor is the transaction let through when another collection has become live after all.
 */
final class FaceRegistration {
  /** A search returns up to so many faces, which is more than one person has. */
  private static final int MOST = 100;

  private final RiderFacesSettings terms;
  private final RiderCollections collections;
  private final CollectionLease lease;
  private final StillLive stillLive;

  FaceRegistration(
      RiderFacesSettings terms,
      RiderCollections collections,
      CollectionLease lease,
      StillLive stillLive) {
    this.terms = terms;
    this.collections = collections;
    this.lease = lease;
    this.stillLive = stillLive;
  }

  /** What has a transaction refused once a collection is not live any more. */
  interface StillLive {
    Optional<TransactWriteItem> check(CollectionId collection);
  }

  Registration register(NewFace face, RekognitionPrint print) {
    try (HeldLease held = lease.acquire()) {
      return register(face, print, collections.live(), held);
    } catch (HeldLease.Lost lost) {
      throw new BackendException("register the face before the lease ran out", true, lost);
    }
  }

  /** Undoes what came of the image, whether or not its registration came to its end. */
  void undo(ImageId image) {
    try (HeldLease held = lease.acquire()) {
      for (One collection : collections.all()) {
        collection.records().ofImage(image).ifPresent(record -> remove(collection, record, image));
      }
      Intent intent = held.intent(image);
      if (intent != null) {
        deleteLeftBy(intent);
        held.settle(image);
      }
    }
  }

  private void deleteLeftBy(Intent intent) {
    One there = collections.of(intent.collection());
    there.faces().deleteIfThere(leftBy(intent, there));
  }

  private Registration register(NewFace face, RekognitionPrint print, One live, HeldLease held)
      throws HeldLease.Lost {
    double least =
        Math.min(
            Math.min(terms.duplicateSimilarity(), terms.nearSimilarity()), face.leastBarring());
    FoundFaces found = known(live, live.faces().search(print.image(), least, MOST));
    List<Elsewhere> elsewhere = collections.elsewhere(live, face.image());
    Optional<IndexedFace> earlier =
        found
            .ofImage(face.image())
            .map(record -> record.indexedFrom(face.image()))
            .or(() -> collections.moved(live, elsewhere));
    Registration answer =
        earlier.isPresent()
            ? new Registration.Registered(earlier.get(), nearest(face, found))
            : register(face, print, live, found, held);
    if (answer instanceof Registration.Registered(IndexedFace registered, var _)) {
      elsewhere.forEach(other -> collections.pair(live, registered.id(), other));
    }
    return answer;
  }

  private Registration register(
      NewFace face, RekognitionPrint print, One live, FoundFaces found, HeldLease held)
      throws HeldLease.Lost {
    FoundFaces others = found.without(sweep(live, found, held));
    Optional<FaceMatch> bar =
        others.matches(terms.duplicateSimilarity()).filter(face::isBarredBy).findFirst();
    return bar.isPresent()
        ? new Registration.Duplicate(bar.get())
        : index(face, print, live, others, held);
  }

  private Registration index(
      NewFace face, RekognitionPrint print, One live, FoundFaces others, HeldLease held)
      throws HeldLease.Lost {
    PhotoRef photo = print instanceof RekognitionPrint.Stored(PhotoRef stored) ? stored : null;
    String name = face.externalImageId().value();
    Intent earlier = held.intent(face.image());
    if (earlier != null && !earlier.collection().equals(live.id())) {
      deleteLeftBy(earlier); // in a collection that was live then: nobody will look there again
    }
    Set<FaceId> strangers = others.unknown(stranger -> name.equals(stranger.externalImageId()));
    held.intend(
        face.image(), new Intent(live.id(), face.externalImageId(), strangers, photo, null));
    Optional<Face> indexed = live.faces().index(print.image(), face.externalImageId());
    if (indexed.isEmpty()) {
      held.withdraw(face.image());
      return new Registration.Unsuitable();
    }
    ClaimedFace record = record(indexed.get(), face, others, photo);
    var _ = sweep(live, known(live, searchable(live, record.id())), held);
    List<TransactWriteItem> writes = new ArrayList<>(live.records().writing(record));
    stillLive.check(live.id()).ifPresent(writes::add);
    held.commit(face.image(), writes);
    return new Registration.Registered(record.indexed(), nearest(face, others));
  }

  private @Nullable FaceMatch nearest(NewFace face, FoundFaces found) {
    return found
        .matches(terms.duplicateSimilarity())
        .filter(match -> match.similarity() >= terms.nearSimilarity())
        .filter(face::isToBeCompared)
        .findFirst()
        .orElse(null);
  }

  /** Where the face is and how sure that is, by the whole picture and not by a part of it. */
  private static ClaimedFace record(
      Face indexed, NewFace face, FoundFaces others, @Nullable PhotoRef photo) {
    FaceId id = new FaceId(indexed.faceId());
    List<ImageId> images = new ArrayList<>(others.imagesOf(id));
    images.add(face.image());
    return new ClaimedFace(
        id,
        images,
        face.externalImageId(),
        face.face().detail().box(),
        face.face().detail().confidence(),
        indexed.imageId(),
        photo);
  }

  private List<Hit> searchable(One live, FaceId id) {
    return Patience.await(
        "wait until the face is found",
        terms.lease(),
        () -> live.faces().searchLike(id, terms.duplicateSimilarity()));
  }

  private FoundFaces known(One collection, List<Hit> hits) {
    return collections.known(collection, hits);
  }

  private void remove(One collection, ClaimedFace record, ImageId image) {
    if (record.images().equals(List.of(image))) {
      collections.erase(record.id());
    } else {
      collection.records().release(record, image);
    }
  }

  /** Deletes what registrations left that did not come to their end. */
  private static Set<FaceId> sweep(One live, FoundFaces found, HeldLease held) {
    Set<FaceId> left = found.unknown(face -> held.leftOver(live.id(), face));
    live.faces().delete(left);
    return left;
  }

  private Set<FaceId> leftBy(Intent intent, One there) {
    List<Hit> candidates =
        intent.photo() == null
            ? there.faces().named(intent.name())
            : there
                .faces()
                .search(
                    new RekognitionPrint.Stored(intent.photo()).image(),
                    terms.duplicateSimilarity(),
                    MOST);
    return known(there, candidates).unknown(face -> intent.covers(there.id(), face));
  }
}
