package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.ruler.Report.LeftOut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
  private @TempDir Path folder;

  @Test
  void theReportIsOnePageThatAsksForNothingElse() throws Exception {
    String html =
        Report.html(
            List.of(measured("faces-1", 150, Groups.none()), measured("faces-2", 150, groups())),
            List.of(new LeftOut("No face was found", 3)));

    Files.writeString(Path.of("target", "report.html"), html);
    Document page = parsed(html);
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(6);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
    assertThat(html)
        .contains("No face was found", "Extrapolated, not measured.", "faces-2")
        .doesNotContain("person-", "th:text", "th:each", "xmlns", "http");
  }

  @Test
  void everyDrawingIsToldInWords() throws Exception {
    Document page = parsed(Report.html(List.of(measured("faces-1", 60, Groups.none())), List.of()));

    NodeList drawings = page.getElementsByTagName("svg");
    assertThat(IntStream.range(0, drawings.getLength()).mapToObj(drawings::item))
        .hasSize(3)
        .allSatisfy(
            drawing -> {
              Element svg = (Element) drawing;
              assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
              assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
              assertThat(svg.getAttribute("aria-label")).isNotBlank();
            });
  }

  @Test
  void everyCoordinateIsANumberWithinTheDrawing() throws Exception {
    Document page = parsed(Report.html(List.of(measured("faces-1", 60, Groups.none())), List.of()));

    NodeList paths = page.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      String path = ((Element) paths.item(i)).getAttribute("d");
      assertThat(path.replaceAll("[MLZ ]+", " ").strip().split(" "))
          .allSatisfy(number -> assertThat(Double.parseDouble(number)).isBetween(0.0, 640.0));
    }
    assertThat(paths.getLength()).isEqualTo(7);
  }

  @Test
  void namesAreTextWhateverIsInThem() throws Exception {
    Groups groups =
        Groups.read(new StringReader("person,group\nperson-1,\"<b onclick='x()'>&\"\"</b>\"\n"));

    String html = Report.html(List.of(measured("<i>faces</i>", 60, groups)), List.of());

    Document page = parsed(html);
    assertThat(html).doesNotContain("<b ", "<i>");
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<b onclick='x()'>&\"</b>", "<i>faces</i>");
  }

  @Test
  void tooFewPeopleAreSaidToBeTooFew() throws Exception {
    String html = Report.html(List.of(measured("faces-1", 5, Groups.none())), List.of());

    assertThat(parsed(html).getDocumentElement().getTextContent())
        .contains("this wants 10 people with two photos, and there are 5.");
  }

  private Measurement measured(String model, int people, Groups groups) throws IOException {
    try (Photos photos = Photos.open(folder, model, Canned.LENGTH)) {
      Canned.add(photos, Canned.people(people, people, 4));
      return Ruler.compare(photos, groups, (_, _) -> {}).measurement();
    }
  }

  private static Groups groups() throws IOException {
    return Canned.groups(150);
  }

  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
  }
}
