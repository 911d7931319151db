package dev.riderphotos.testkit;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.gallery.DeleteFace;
import dev.riderphotos.gallery.DeletePhoto;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.FinishPhoto;
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
  private final GalleryPhotos records;
  private final Distinctions distinctions;
  private final PhotoTurns turns;

  /** What outlives a process. */
  public record Kept(
      PhotoStore photos,
      FaceCollections collections,
      GalleryPhotos records,
      Distinctions distinctions,
      SettableClock clock) {
    /** Nothing yet, in memory. */
    public static Kept inMemory(InMemoryFaceCollections collections) {
      return new Kept(
          new InMemoryPhotoStore(),
          collections,
          new InMemoryGalleryPhotos(),
          new InMemoryDistinctions(),
          new SettableClock());
    }
  }

  public TestGallery(Kept kept, GallerySettings settings) {
    this.kept = kept;
    this.settings = settings;
    this.photos = faults.around(PhotoStore.class, kept.photos());
    this.opener = faults.around(PhotoOpener.class, plainOpener);
    this.collections = faults.around(FaceCollections.class, kept.collections());
    this.records = faults.around(GalleryPhotos.class, kept.records());
    this.distinctions = faults.around(Distinctions.class, kept.distinctions());
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
    return new IndexPhoto(turns, photos, opener, collections, distinctions, settings);
  }

  public IndexArrivedPhoto arrivals() {
    return new IndexArrivedPhoto(turns, photos, indexing());
  }

  public DeletePhoto photoDeletion() {
    return new DeletePhoto(turns, photos, collections, distinctions, settings);
  }

  public DeleteFace faceDeletion() {
    return new DeleteFace(turns, records, collections, settings, kept.clock());
  }

  public RestoreFace restoration() {
    return new RestoreFace(turns, records, photos, opener, collections, settings);
  }

  public FinishPhoto finishing() {
    return new FinishPhoto(turns, photos, indexing(), collections, settings);
  }

  /** Does what a process does about photos that are not finished. */
  public void finishAll() {
    records.unfinished(100).forEach(finishing()::finish);
  }

  public SearchGallery search() {
    return new SearchGallery(opener, collections, records, distinctions, settings);
  }

  public TellApart telling() {
    return new TellApart(records, distinctions);
  }

  public GalleryListing listing() {
    return new GalleryListing(
        collections, records, photos, opener, new PlainFaceCropper(), settings);
  }
}
