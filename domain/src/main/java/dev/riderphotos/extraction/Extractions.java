package dev.riderphotos.extraction;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was cut out so far: to be read, and to be forgotten. */
public final class Extractions {
  private final ExtractionStore store;

  public Extractions(ExtractionStore store) {
    this.store = store;
  }

  /** The crops of a finished chain, the surest first; none of one that is not finished. */
  public List<CropId> crops(ChainId chain) {
    return ExtractFaces.crops(chain, store.names(chain.folder()));
  }

  /** The finished chains of a source: one for each content that it had, and each set of options. */
  public List<ChainId> chains(Source source) {
    return filesByChain(source).entrySet().stream()
        .filter(chain -> !ExtractFaces.crops(chain.getKey(), chain.getValue()).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Reads the PNG of a crop; empty if there is none. */
  public Optional<byte[]> image(CropId id) {
    return store.get(id.image());
  }

  /** Reads the CloudEvents document of a crop, as JSON; empty if there is none. */
  public Optional<byte[]> document(CropId id) {
    return store.get(id.document());
  }

  /**
   * Deletes all that was ever made of a source, be the source still there or not. Of each chain the
   * commit goes first, so that this leaves none that looks finished wherever it is cut short.
   *
   * @return how many crops went
   */
  public int forget(Source source) {
    Map<ChainId, List<String>> chains = filesByChain(source);
    chains.forEach(this::delete);
    return (int) chains.values().stream().flatMap(List::stream).filter(CropId::isImage).count();
  }

  private void delete(ChainId chain, List<String> names) {
    store.delete(CropId.of(chain, 0).document());
    names.forEach(store::delete);
  }

  private Map<ChainId, List<String>> filesByChain(Source source) {
    return store.names(ChainId.prefix(source)).stream()
        .collect(groupingBy(ChainId::ofName, LinkedHashMap::new, toList()));
  }
}
