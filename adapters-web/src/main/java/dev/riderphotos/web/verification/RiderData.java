package dev.riderphotos.web.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.access.ListLinks;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.web.execution.ExecutionAnswer;
import dev.riderphotos.web.execution.ProfileAnswer;
import dev.riderphotos.web.link.ListedLinkAnswer;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** All that is kept of a rider, for the rider. */
@Singleton
class RiderData {
  private static final int PAGE = 100;
  private static final int MOST_LINKS = 10_000;

  private final RiderProfiles profiles;
  private final Executions executions;
  private final PhotoStore photos;
  private final RiderFaces faces;
  private final Sightings sightings;
  private final Cases cases;
  private final ListLinks links;
  private final ObjectMapper json;

  RiderData(
      RiderProfiles profiles,
      Executions executions,
      PhotoStore photos,
      RiderFaces faces,
      Sightings sightings,
      Cases cases,
      ListLinks links,
      ObjectMapper json) {
    this.profiles = profiles;
    this.executions = executions;
    this.photos = photos;
    this.faces = faces;
    this.sightings = sightings;
    this.cases = cases;
    this.links = links;
    this.json = json;
  }

  /** All of the rider's executions, the last started first. */
  List<Execution> executions(RiderId rider) {
    List<Execution> all = new ArrayList<>();
    Cursor cursor = null;
    do {
      Page page = executions.list(new Filter(null, rider), cursor, PAGE);
      all.addAll(page.executions());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  /** The rider's appeals, the first first. */
  List<AppealKept> appeals(RiderId rider) {
    return cases.of(rider).stream().flatMap(each -> AppealKept.of(rider, each).stream()).toList();
  }

  /** The numbers that describe the rider's face; empty if there are none that we know. */
  Optional<float[]> descriptor(RiderProfile profile) {
    return faces.descriptor(profile.face());
  }

  /**
   * Writes a zip: {@code profile.json}, {@code face.json} with the numbers that describe the face
   * where they are known, {@code seen.json} if it is noted when the rider was last here, {@code
   * executions.json}, {@code appeals.json} if there were any, {@code links.json} if there are any
   * that have not expired, the {@code photo} and the {@code thumbnail}, and under {@code photos/}
   * those of other executions that are still there. One picture at a time is in memory.
   */
  void writeTo(OutputStream out, RiderId rider) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    RiderProfile profile = profiles.find(rider).orElse(null);
    if (profile != null) {
      write(zip, profile);
    }
    Sighting seen = sightings.find(rider).orElse(null);
    if (seen != null) {
      add(zip, "seen.json", json(SightingAnswer.of(seen)));
    }
    List<Execution> all = executions(rider);
    add(zip, "executions.json", json(all.stream().map(ExecutionAnswer::of).toList()));
    List<AppealKept> appeals = appeals(rider);
    if (!appeals.isEmpty()) {
      add(zip, "appeals.json", json(appeals));
    }
    List<ListedLinkAnswer> valid =
        links.of(rider, MOST_LINKS).stream().map(ListedLinkAnswer::of).toList();
    if (!valid.isEmpty()) {
      add(zip, "links.json", json(valid));
    }
    for (Execution execution : all) {
      PhotoRef photo = execution.submission().photo();
      if (execution.photoIsItsOwn() && (profile == null || !photo.equals(profile.photo()))) {
        add(zip, "photos/" + execution.id(), photo);
      }
    }
    zip.finish(); // the stream is the caller's to close
  }

  private void write(ZipOutputStream zip, RiderProfile profile) throws IOException {
    add(zip, "profile.json", json(ProfileAnswer.of(profile)));
    @Nullable float[] numbers = descriptor(profile).orElse(null);
    if (numbers != null) {
      add(zip, "face.json", Arrays.toString(numbers).getBytes(UTF_8));
    }
    add(zip, "photo", profile.photo());
    add(zip, "thumbnail", profile.thumbnail());
  }

  private void add(ZipOutputStream zip, String name, PhotoRef ref) throws IOException {
    Photo photo = photos.get(ref).orElse(null);
    if (photo != null) {
      String extension = photo.format().map(PhotoFormat::extension).orElse("bin");
      add(zip, name + "." + extension, photo.bytes());
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private byte[] json(Object value) throws IOException {
    return json.writeValueAsBytes(value);
  }
}
