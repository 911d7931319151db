package dev.riderphotos.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.riderphotos.execution.ExecutionArn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an execution of the state machine can be begun with, and what not. */
class BeginningTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExecutionArn RUN = Functions.run("one");
  private static final String EXECUTION = "0b5a4a3e-5f0e-4b62-9f3e-1d1c53d6f0aa";

  @Test
  void whatIsTypedInTheConsoleIsTakenAsItIs() throws JsonProcessingException {
    Beginning beginning =
        read("{'userId':'user_a','s3Bucket':'rider-photos','s3Key':'1_happy_face.jpg'}");

    assertThat(beginning.submission().rider().value()).isEqualTo("user_a");
    assertThat(beginning.submission().photo().key()).isEqualTo("1_happy_face.jpg");
    assertThat(beginning.submission().replace()).isFalse();
    assertThat(beginning.submission().email()).isNull();
  }

  @Test
  void oneRunHasOneExecutionHoweverOftenItIsAsked() throws JsonProcessingException {
    String typed = "{'userId':'a','s3Bucket':'rider-photos','s3Key':'k'}";

    assertThat(read(typed)).isEqualTo(read(typed));
    assertThat(Beginning.read(json(typed), Functions.run("two"), "rider-photos").hold().execution())
        .isNotEqualTo(read(typed).hold().execution());
  }

  @Test
  void whatAServerBeginsHasItsId() throws JsonProcessingException {
    assertThat(
            read("{'executionId':'%s','userId':'a','s3Bucket':'rider-photos','s3Key':'k'}"
                    .formatted(EXECUTION))
                .hold()
                .execution())
        .hasToString(EXECUTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "riders/ada/a b.jpg|ada",
        "riders/ada/a+b.jpg|ada",
        "riders/ada/a%20b.jpg|ada",
        "riders/ada/100%.jpg|ada",
        "riders/jürgen/größe.jpg|jürgen",
        "riders/🚲/🙂.jpg|🚲",
      })
  void keysOfEventsAreAsTheyAre(String key, String rider) throws JsonProcessingException {
    Beginning beginning =
        Beginning.read(Functions.arrival("rider-photos", key), RUN, "rider-photos");

    assertThat(beginning.submission().photo().key()).isEqualTo(key);
    assertThat(beginning.submission().rider().value()).isEqualTo(rider);
  }

  @Test
  void anArrivalIsOneExecutionInWhicheverRunItIsTold() throws JsonProcessingException {
    JsonNode event = Functions.arrival("rider-photos", "riders/ada/photo.jpg");

    assertThat(Beginning.read(event, Functions.run("two"), "rider-photos").hold().execution())
        .isEqualTo(Beginning.read(event, RUN, "rider-photos").hold().execution());
  }

  @Test
  void aPhotoThatWasSentForAnExecutionIsThatOnes() throws JsonProcessingException {
    JsonNode event = Functions.arrival("rider-photos", "riders/ada/" + EXECUTION + "/photo.jpg");

    assertThat(Beginning.read(event, RUN, "rider-photos").hold().execution())
        .hasToString(EXECUTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|userId is missing.",
        "[]|The input is no object with userId, s3Bucket and s3Key, and no event of EventBridge's.",
        "7|The input is no object with userId, s3Bucket and s3Key, and no event of EventBridge's.",
        "{'userId':7,'s3Bucket':'rider-photos','s3Key':'k'}|userId is no text, or an empty one.",
        "{'userId':'a','s3Bucket':'rider-photos'}|s3Key is missing.",
        "{'userId':'a','s3Key':'k'}|s3Bucket is missing.",
        "{'userId':'a','s3Bucket':'rider-photos','s3Key':''}|s3Key is no text, or an empty one.",
        "{'userId':'a','s3Bucket':'rider-photos','s3Key':'folder/'}"
            + "|The key ends with a slash: it is a folder, and no photo.",
        "{'userId':'a','s3Bucket':'others','s3Key':'k'}"
            + "|The photo is in another bucket than riders' photos are, rider-photos.",
        "{'executionId':'x','userId':'a','s3Bucket':'rider-photos','s3Key':'k'}"
            + "|executionId: Not an execution id",
        "{'source':'aws.s3','detail-type':'Object Deleted','detail':{}}"
            + "|The event is no \"Object Created\" of S3's.",
      })
  void whatNothingCanBeBegunWithIsRefusedInASentence(String input, String sentence)
      throws JsonProcessingException {
    JsonNode json = json(input);
    assertThatThrownBy(() -> Beginning.read(json, RUN, "rider-photos"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo.jpg", "riders/photo.jpg", "riders/ada/"})
  void neitherIsAnEventOfAnotherKey(String key) throws JsonProcessingException {
    JsonNode event = Functions.arrival("rider-photos", key);
    assertThatThrownBy(() -> Beginning.read(event, RUN, "rider-photos"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void whatIsTooLongIsNotRead() {
    ObjectNode long_ =
        JSON.createObjectNode().put("userId", "a".repeat(250_000)).put("s3Bucket", "rider-photos");
    assertThatThrownBy(() -> Beginning.read(long_, RUN, "rider-photos"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("The input is too long: more than 16 kB.");
  }

  private static Beginning read(String input) throws JsonProcessingException {
    return Beginning.read(json(input), RUN, "rider-photos");
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"').replace("EventBridge\"s", "EventBridge's"));
  }
}
