package dev.riderphotos.embedded.engine;

import dev.riderphotos.face.CollectionUsers.FacesChanged;
import dev.riderphotos.face.CollectionUsers.NotFound;
import dev.riderphotos.face.CollectionUsers.OfUser;
import dev.riderphotos.face.CollectionUsers.Unchanged;
import dev.riderphotos.face.CollectionUsers.Unlike;
import dev.riderphotos.face.CollectionUsers.UserStatus;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a user's faces, as it is kept for calls that are made again: the user's status,
 * then a line for each face, of what became of it, its id, and more where there is more to say. No
 * id has blanks.
 */
final class FacesChangedText {
  private static final String CHANGED = "changed";
  private static final String NOT_FOUND = "not-found";
  private static final String OF_USER = "of-user";
  private static final String UNLIKE = "unlike";

  private FacesChangedText() {}

  static String write(FacesChanged answer) {
    List<String> lines = new ArrayList<>();
    lines.add(answer.status().name());
    answer.changed().forEach(face -> lines.add(CHANGED + " " + face));
    answer.others().forEach(face -> lines.add(line(face)));
    return String.join("\n", lines);
  }

  static FacesChanged read(String text) {
    List<FaceId> changed = new ArrayList<>();
    List<Unchanged> others = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      FaceId face = new FaceId(words[1]);
      switch (words[0]) {
        case CHANGED -> changed.add(face);
        case NOT_FOUND -> others.add(new NotFound(face));
        case OF_USER -> others.add(new OfUser(face, new UserId(words[2])));
        case UNLIKE -> others.add(new Unlike(face, Double.parseDouble(words[2])));
        default -> throw new IllegalStateException("No answer of ours: " + line);
      }
    }
    return new FacesChanged(changed, others, UserStatus.valueOf(lines.getFirst()));
  }

  private static String line(Unchanged face) {
    return switch (face) {
      case NotFound(FaceId id) -> NOT_FOUND + " " + id;
      case OfUser(FaceId id, UserId user) -> OF_USER + " " + id + " " + user;
      case Unlike(FaceId id, double similarity) -> UNLIKE + " " + id + " " + similarity;
    };
  }
}
