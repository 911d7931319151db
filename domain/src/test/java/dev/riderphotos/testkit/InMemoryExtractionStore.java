package dev.riderphotos.testkit;

import dev.riderphotos.extraction.ExtractionStore;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps files as long as it lives. */
public final class InMemoryExtractionStore implements ExtractionStore {
  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

  @Override
  public void put(String name, byte[] content, String contentType) {
    files.put(name, content.clone());
  }

  @Override
  public Optional<byte[]> get(String name) {
    return Optional.ofNullable(files.get(name)).map(byte[]::clone);
  }

  @Override
  public List<String> names(String prefix) {
    return files.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  @Override
  public URI url(String name) {
    return URI.create("memory:///" + name);
  }
}
