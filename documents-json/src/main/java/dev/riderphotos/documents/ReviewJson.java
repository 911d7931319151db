package dev.riderphotos.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Judgement;

/** Cases and judgements as JSON, for our own reading only. */
public final class ReviewJson {
  private static final ObjectMapper MAPPER =
      DomainJson.builder().addMixIn(Judgement.class, JudgementKinds.class).build();

  private ReviewJson() {}

  public static String write(Case written) {
    return text(written);
  }

  public static String write(Judgement written) {
    return text(written);
  }

  public static Case readCase(String json) {
    return read(json, Case.class);
  }

  public static Judgement readJudgement(String json) {
    return read(json, Judgement.class);
  }

  private static String text(Object written) {
    try {
      return MAPPER.writeValueAsString(written);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What is reviewed is always JSON", impossible);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("The reviews hold what we did not write", damaged);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Judgement.TwoPeople.class, name = "twoPeople"),
    @JsonSubTypes.Type(value = Judgement.OnePerson.class, name = "onePerson"),
    @JsonSubTypes.Type(value = Judgement.SecondLook.class, name = "secondLook")
  })
  private interface JudgementKinds {}
}
