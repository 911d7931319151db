package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FinishPhoto;
import dev.riderphotos.gallery.GalleryFaces;
import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.gallery.IndexArrivedPhoto;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoTurns;
import dev.riderphotos.gallery.RestoreFace;
import dev.riderphotos.gallery.SearchGallery;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import java.time.Duration;

/**
 * One process of the gallery: all its use cases, on ports that may fail by its {@link #faults}.
 * What the ports keep is shared by all processes that are made of the same {@link Kept}.
 */
public final class TestGallery {
  private final Kept kept;
  private final GallerySettings settings;
  private final Faults faults = new Faults();
  private final PlainPhotoOpener plainOpener = new PlainPhotoOpener();
  private final PhotoStore photos;
  private final PhotoOpener opener;
  private final FaceCollections collections;
  private final GalleryFaces faces;
  private final GalleryPhotos records;
  private final Distinctions distinctions;
  private final PhotoTurns turns;

  /** What outlives a process. */
  public record Kept(
      PhotoStore photos,
      FaceCollections collections,
      GalleryPhotos records,
      Distinctions distinctions,
      LiveCollections live,
      FaceCounterparts counterparts,
      SettableClock clock) {
    /** The same, but for the photos. */
    public Kept with(PhotoStore others) {
      return new Kept(others, collections, records, distinctions, live, counterparts, clock);
    }

    /** Nothing yet, in memory. */
    public static Kept inMemory(InMemoryFaceCollections collections) {
      return new Kept(
          new InMemoryPhotoStore(),
          collections,
          new InMemoryGalleryPhotos(),
          new InMemoryDistinctions(),
          new InMemoryLiveCollections(),
          new InMemoryFaceCounterparts(),
          new SettableClock());
    }
  }

  /** An empty one, in memory. */
  public TestGallery() {
    this(
        Kept.inMemory(new InMemoryFaceCollections()),
        new GallerySettings("gallery", 80, 1, QualityFilter.NONE, Duration.ZERO));
  }

  public TestGallery(Kept kept, GallerySettings settings) {
    this.kept = kept;
    this.settings = settings;
    this.photos = faults.around(PhotoStore.class, kept.photos());
    this.opener = faults.around(PhotoOpener.class, plainOpener);
    this.collections = faults.around(FaceCollections.class, kept.collections());
    this.records = faults.around(GalleryPhotos.class, kept.records());
    this.distinctions = faults.around(Distinctions.class, kept.distinctions());
    this.faces =
        new GalleryFaces(
            collections,
            faults.around(LiveCollections.class, kept.live()),
            faults.around(FaceCounterparts.class, kept.counterparts()),
            records,
            settings);
    this.turns = new PhotoTurns(records, settings, kept.clock());
  }

  public Faults faults() {
    return faults;
  }

  /** How many pictures it opened and did not close. */
  public int stillOpen() {
    return plainOpener.stillOpen();
  }

  public IndexPhoto indexing() {
    return new IndexPhoto(turns, photos, opener, faces, distinctions);
  }

  public IndexArrivedPhoto arrivals() {
    return new IndexArrivedPhoto(turns, photos, indexing());
  }

  public DeletePhoto photoDeletion() {
    return new DeletePhoto(turns, photos, faces, distinctions);
  }

  public DeleteFace faceDeletion() {
    return new DeleteFace(turns, faces, kept.clock());
  }

  public RestoreFace restoration() {
    return new RestoreFace(turns, photos, opener, faces);
  }

  public FinishPhoto finishing() {
    return new FinishPhoto(turns, photos, indexing(), faces);
  }

  /** Does what a process does about photos that are not finished. */
  public void finishAll() {
    records.unfinished(100).forEach(finishing()::finish);
  }

  public SearchGallery search() {
    return new SearchGallery(opener, faces, distinctions, settings);
  }

  public GalleryFaces faces() {
    return faces;
  }

  public TellApart telling() {
    return new TellApart(faces, distinctions);
  }

  public GalleryListing listing() {
    return new GalleryListing(collections, records, photos, opener, new PlainFaceCropper(), faces);
  }
}
