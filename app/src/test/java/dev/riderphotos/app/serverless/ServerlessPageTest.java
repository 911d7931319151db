package dev.riderphotos.app.serverless;

import static dev.riderphotos.app.testkit.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riderphotos.app.testkit.MarkdownPage;
import dev.riderphotos.app.testkit.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/serverless.md says what stands in the template and in the state machine. */
class ServerlessPageTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  /** Which way is taken where there are several, if all goes well. */
  private static final Map<String, String> VERIFIED =
      Map.of("IsToBeRun", "FaceDetection", "WhatWasDecided", "Verified");

  private static Template template;
  private static JsonNode states;
  private static List<List<String>> rows;

  @BeforeAll
  static void read() throws IOException {
    template = Template.read();
    states = new ObjectMapper().readTree(Template.STATE_MACHINE.toFile()).path("States");
    rows = MarkdownPage.of("docs/serverless.md").rows();
  }

  @Test
  void everyParameterIsToldWithItsDefault() {
    Map<String, String> told = new TreeMap<>();
    for (List<String> row : rows) {
      List<String> names = quoted(row.getFirst());
      List<String> defaults = quoted(row.get(1));
      for (int i = 0; i < names.size() && names.getFirst().matches("[A-Z]\\w*"); i++) {
        if (!names.get(i).endsWith("Alarm")) {
          told.put(names.get(i), defaults.isEmpty() ? "none" : defaults.get(i));
        }
      }
    }
    Map<String, String> given = new TreeMap<>();
    template
        .section("Parameters")
        .forEach(
            (name, parameter) ->
                given.put(name, defaultOf(map(parameter).getOrDefault("Default", ""))));
    given.remove("Edition"); // which people do not set

    assertThat(told).isEqualTo(given);
  }

  private static String defaultOf(Object value) {
    return value.toString().isEmpty() ? "none" : value.toString();
  }

  @Test
  void everyAlarmIsToldWithWhereToLook() {
    assertThat(
            rows.stream()
                .flatMap(row -> quoted(row.getFirst()).stream())
                .filter(name -> name.endsWith("Alarm")))
        .containsExactlyInAnyOrderElementsOf(
            new TreeSet<>(template.resources("AWS::CloudWatch::Alarm").keySet()));
    assertThat(template.resources("AWS::CloudWatch::Alarm")).hasSize(6); // as the page says
  }

  @Test
  void transitionsAndFunctionsAreThoseOfTheStateMachine() {
    assertCosts("a verified photo", VERIFIED);
    assertCosts(
        "a duplicate",
        Map.of("IsToBeRun", "FaceDetection", "CheckFaceDuplicate", "PhotoDoesNotMeetRequirement"));
    assertCosts(
        "a photo without one clear face",
        Map.of("IsToBeRun", "FaceDetection", "FaceDetection", "PhotoDoesNotMeetRequirement"));
    assertCosts(
        "the event of a photo that a server has begun", Map.of("IsToBeRun", "AlreadyStarted"));
  }

  private static void assertCosts(String what, Map<String, String> ways) {
    List<String> told =
        rows.stream().filter(row -> row.getFirst().equals(what)).findFirst().orElseThrow();
    int transitions = 0;
    int functions = 0;
    for (String at = "Begin"; !at.isEmpty(); at = next(at, ways)) {
      JsonNode state = states.path(at);
      transitions++;
      functions += state.path("Type").asText().equals("Task") ? 1 : 0;
      for (JsonNode branch : state.path("Branches")) {
        transitions++; // its first state is its last, if all goes well
        functions++;
        assertThat(branch.path("States").path(branch.path("StartAt").asText()).path("End"))
            .hasToString("true");
      }
    }
    assertThat(told.subList(1, 3))
        .as(what)
        .containsExactly(String.valueOf(transitions), String.valueOf(functions));
  }

  private static String next(String at, Map<String, String> ways) {
    JsonNode state = states.path(at);
    assertThat(state.isObject()).as(at).isTrue();
    String usual = state.path("Next").asText(state.path("Default").asText());
    return ways.getOrDefault(at, usual);
  }

  private static List<String> quoted(String cell) {
    Stream<MatchResult> found = QUOTED.matcher(cell).results();
    return found.map(each -> each.group(1)).toList();
  }
}
