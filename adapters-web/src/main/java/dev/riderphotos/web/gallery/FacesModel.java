package dev.riderphotos.web.gallery;

import dev.riderphotos.gallery.GalleryListing;
import dev.riderphotos.gallery.GallerySearch;
import dev.riderphotos.photo.PhotoProblem;
import io.micronaut.views.ModelAndView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the template of the faces is given. */
final class FacesModel {
  private final Map<String, Object> model = new HashMap<>();

  /**
   * The page shows nothing at first.
   *
   * @param server its address, for those who want to index something
   */
  FacesModel(String server) {
    model.put("server", server);
  }

  /**
   * Shows some of the gallery's faces.
   *
   * @param after where this page begins; empty on the first
   */
  FacesModel shows(GalleryListing.Page page, GalleryListing.Size size, String after) {
    List<FaceView> faces =
        page.faces().stream().map(face -> FaceView.of(face.face(), face.record())).toList();
    model.put("faces", faces);
    model.put("size", size);
    model.put("after", after);
    model.put("next", page.next() == null ? "" : page.next().value());
    return this;
  }

  FacesModel confirms(Receipt receipt) {
    model.put("receipt", receipt);
    return this;
  }

  /** Says who is on the photo. */
  FacesModel finds(GallerySearch.Found found) {
    List<SearchedView> people = SearchedView.of(found.faces());
    model.put("people", people);
    model.put("known", people.stream().filter(SearchedView::known).count());
    return this;
  }

  /**
   * Shows the photo that was searched with.
   *
   * @param url {@code data:}, for it is not kept
   */
  FacesModel on(String url) {
    model.put("photo", url);
    return this;
  }

  FacesModel findsNoFace() {
    model.put("refusal", "faces.noFace");
    return this;
  }

  /** Says why a photo cannot be searched with. */
  FacesModel refuses(PhotoProblem problem) {
    model.put("refusal", "faces.refused." + problem.name());
    return this;
  }

  FacesModel fails(String sentence) {
    model.put("problem", sentence);
    return this;
  }

  ModelAndView<Map<String, Object>> page() {
    return new ModelAndView<>("gallery/faces", model);
  }
}
