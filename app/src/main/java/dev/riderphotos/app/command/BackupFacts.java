package dev.riderphotos.app.command;

import dev.riderphotos.embedded.backup.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What programs are told of a backup. */
final class BackupFacts {
  private BackupFacts() {}

  static Map<String, Object> of(Manifest manifest) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("madeAt", manifest.madeAt());
    facts.put("product", manifest.product());
    facts.put("files", manifest.files().size());
    facts.put("riders", manifest.counts().riders());
    facts.put("executions", manifest.counts().executions());
    facts.put("faces", manifest.counts().faces());
    facts.put("drinks", manifest.counts().drinks());
    facts.put("galleryPhotos", manifest.counts().galleryPhotos());
    facts.put("lost", manifest.lost().size());
    return facts;
  }
}
