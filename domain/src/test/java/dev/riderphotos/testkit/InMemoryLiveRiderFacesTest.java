package dev.riderphotos.testkit;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Portrait;

class InMemoryLiveRiderFacesTest extends LiveRiderFacesContract {
  private static final CollectionId NEXT = new CollectionId("next");

  private final LiveCollections live = new InMemoryLiveCollections();
  private final FaceCounterparts counterparts = new InMemoryFaceCounterparts();
  private final InMemoryRiderFaces faces = new InMemoryRiderFaces(live, counterparts);
  private final KnownFaces detector = KnownFaces.of(faces::model);

  InMemoryLiveRiderFacesTest() {
    faces.model(NEXT, "names-2");
  }

  @Override
  protected RiderFaces faces() {
    return faces;
  }

  @Override
  protected LiveCollections live() {
    return live;
  }

  @Override
  protected FaceCounterparts counterparts() {
    return counterparts;
  }

  @Override
  protected RegistrationTurn turn() {
    return faces;
  }

  @Override
  protected CollectionId first() {
    return InMemoryLiveCollections.RIDERS;
  }

  @Override
  protected CollectionId next() {
    return NEXT;
  }

  @Override
  protected DetectedFace face(Portrait portrait) {
    try (Picture picture = Photos.picture(portrait)) {
      return detector.detect(picture, null).getFirst();
    }
  }
}
