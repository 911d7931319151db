package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import dev.riderphotos.aws.rekognition.RekognitionFaces.Hit;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.face.Registration;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rekognition.model.Face;

/**
 * Registers faces one at a time, under the collection's lease: search, note the intent, index, wait
 * until the face is found, and write its record with the lease's end, in one transaction that only
 * the lease's holder can write.
 *
 * <p>Before that transaction nothing is registered, however far it came: a face that is indexed by
 * then has an intent and no record, and whoever holds the lease next and finds it deletes it.
 * Nobody deletes such a face without the lease: Rekognition may have given the same one to another.
 */
final class FaceRegistration {
  /** A search returns up to so many faces, which is more than one person has. */
  private static final int MOST = 100;

  private final RiderFacesSettings terms;
  private final RekognitionFaces faces;
  private final ClaimedFaces records;
  private final CollectionLease lease;

  FaceRegistration(
      RiderFacesSettings terms,
      RekognitionFaces faces,
      ClaimedFaces records,
      CollectionLease lease) {
    this.terms = terms;
    this.faces = faces;
    this.records = records;
    this.lease = lease;
  }

  Registration register(NewFace face, RekognitionPrint print) {
    try (HeldLease held = lease.acquire()) {
      return register(face, print, held);
    } catch (HeldLease.Lost lost) {
      throw new BackendException("register the face before the lease ran out", true, lost);
    }
  }

  /** Undoes what came of the image, whether or not its registration came to its end. */
  void undo(ImageId image) {
    try (HeldLease held = lease.acquire()) {
      records.ofImage(image).ifPresent(record -> remove(record, image));
      Intent intent = held.intent(image);
      if (intent != null) {
        faces.delete(leftBy(intent));
        held.settle(image);
      }
    }
  }

  private Registration register(NewFace face, RekognitionPrint print, HeldLease held)
      throws HeldLease.Lost {
    FoundFaces found = known(faces.search(print.image(), terms.duplicateSimilarity(), MOST));
    Optional<ClaimedFace> earlier = found.ofImage(face.image());
    if (earlier.isPresent()) {
      return new Registration.Registered(earlier.get().indexedFrom(face.image()));
    }
    FoundFaces others = found.without(sweep(found, held));
    Optional<FaceMatch> bar =
        others.matches(terms.duplicateSimilarity()).filter(face::isBarredBy).findFirst();
    return bar.isPresent()
        ? new Registration.Duplicate(bar.get())
        : index(face, print, others, held);
  }

  private Registration index(
      NewFace face, RekognitionPrint print, FoundFaces others, HeldLease held)
      throws HeldLease.Lost {
    PhotoRef photo = print instanceof RekognitionPrint.Stored(PhotoRef stored) ? stored : null;
    String name = face.externalImageId().value();
    Set<FaceId> strangers = others.unknown(stranger -> name.equals(stranger.externalImageId()));
    held.intend(face.image(), new Intent(face.externalImageId(), strangers, photo, null));
    Optional<Face> indexed = faces.index(print.image(), face.externalImageId());
    if (indexed.isEmpty()) {
      held.withdraw(face.image());
      return new Registration.Unsuitable();
    }
    ClaimedFace record = record(indexed.get(), face, others, photo);
    var _ = sweep(known(searchable(record.id())), held);
    held.commit(face.image(), records.writing(record));
    return new Registration.Registered(record.indexed());
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

  private List<Hit> searchable(FaceId id) {
    return Patience.await(
        "wait until the face is found",
        terms.lease(),
        () -> faces.searchLike(id, terms.duplicateSimilarity()));
  }

  private FoundFaces known(List<Hit> hits) {
    return new FoundFaces(hits, records.of(hits.stream().map(Hit::id).toList()));
  }

  private void remove(ClaimedFace record, ImageId image) {
    if (record.images().equals(List.of(image))) {
      faces.delete(List.of(record.id()));
      records.delete(record);
    } else {
      records.release(record, image);
    }
  }

  /** Deletes what registrations left that did not come to their end. */
  private Set<FaceId> sweep(FoundFaces found, HeldLease held) {
    Set<FaceId> left = found.unknown(held::leftOver);
    faces.delete(left);
    return left;
  }

  private Set<FaceId> leftBy(Intent intent) {
    List<Hit> candidates =
        intent.photo() == null
            ? faces.named(intent.name())
            : faces.search(
                new RekognitionPrint.Stored(intent.photo()).image(),
                terms.duplicateSimilarity(),
                MOST);
    return known(candidates).unknown(intent::covers);
  }
}
