package dev.riderphotos.engine.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.engine.testkit.TestPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack.json may say. */
class PackManifestTest {
  private static final String GOOD = new String(TestPack.good().manifest().toJson(), UTF_8);

  @Test
  void isReadAsItWasWritten() throws PackRefusedException {
    PackManifest read = PackManifest.read(GOOD.getBytes(UTF_8));
    assertThat(read).isEqualTo(TestPack.good().manifest());
    assertThat(read.packId()).hasToString("projection@1.0");
    assertThat(read.files()).hasSize(3);
  }

  @Test
  void originAndSignalsMayBeLeftOut() throws PackRefusedException {
    PackManifest full = TestPack.good().manifest();
    PackManifest least =
        new PackManifest(
            1,
            full.id(),
            full.version(),
            full.source(),
            full.licence(),
            null,
            full.base(),
            full.networks(),
            full.similarity(),
            full.duplicateLimits(),
            0,
            null);
    assertThat(new String(least.toJson(), UTF_8)).doesNotContain("signals", "origin");
    assertThat(PackManifest.read(least.toJson())).isEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\" : 1                | \"format\" : 2            | only format 1 is known",
        "\"format\" : 1                | \"format\" : 1.5          | format",
        "\"format\" : 1                | \"format\" : \"1\"        | format",
        "\"format\" : 1,               | \"format\" : 1, \"age\" : 3, | not known: age",
        "\"format\" : 1,               | \"format\" : 1, \"format\" : 1, | Duplicate field",
        "\"format\" : 1,               | ``                        | format",
        "\"id\" : \"projection\"       | \"id\" : \"../etc\"       | small letters",
        "\"id\" : \"projection\"       | \"id\" : 7                | id",
        "\"id\" : \"projection\",      | ``                        | id is missing",
        "\"version\" : \"1.0\"         | \"version\" : \"..\"      | A pack's version",
        "\"our own tests\"             | \"\"                      | source has 1 to",
        "\"Do with it as you like.\"   | null                      | licence is missing",
        "\"faceapi-2\"                 | \"faceapi-3\"             | base",
        "\"faceapi-2\"                 | 1                         | base",
        "\"projection.onnx\"           | \"../projection.onnx\"    | no name of an ONNX file",
        "\"projection.onnx\"           | \"/etc/passwd\"           | no name of an ONNX file",
        "\"projection.onnx\"           | \"live.onnx\"             | two of its networks",
        "\"sha256\" : \"               | \"sha256\" : \"x          | 64 small hexadecimal digits",
        "\"size\" : 16                 | \"size\" : 8              | 16 to 512 pixels",
        "\"size\" : 16                 | \"size\" : 99999999       | 16 to 512 pixels",
        "\"layout\" : \"NCHW\"         | \"layout\" : \"CHWN\"     | layout",
        "\"colours\" : \"RGB\"         | \"colours\" : \"GREY\"    | numbers as its mean",
        "\"alignment\" : \"arcface-112\" | \"alignment\" : \"none\" | alignment",
        "\"output\" : 32               | \"output\" : 0            | 1 to 1,920 numbers",
        "\"output\" : 32               | \"output\" : 1921         | 1 to 1,920 numbers",
        "\"weight\" : 0.2              | \"weight\" : 0            | above 0",
        "\"weight\" : 0.2              | \"weight\" : \"NaN\"      | weight",
        "\"scale\" : 0.0078125         | \"scale\" : -1            | positive number",
        "\"distance\" : 0.5,           | \"distance\" : 0.7,       | ever greater distances",
        "\"similarity\" : 99.0         | \"similarity\" : 20.0     | ever smaller",
        "\"distance\" : 0.6            | \"distance\" : 0.3        | ``",
        "\"faces\" : 10,               | \"faces\" : 0,            | one face or more",
        "\"faces\" : 10,               | \"faces\" : 100001,       | ever more faces",
        "\"userSpread\" : 0.04         | \"userSpread\" : -1       | userSpread is 0 to 10",
        "\"margin\" : 2.7              | \"margin\" : 27           | margin is 1 to 5",
        "\"index\" : 1                 | \"index\" : 2             | classes",
        "\"threshold\" : 0.9           | \"threshold\" : 9         | threshold is 0 to 1",
        "\"photoOfPhoto\"              | \"gender\"                | not known: signals.gender"
      })
  void isRefusedWithASentence(String from, String to, String why) {
    assertThat(GOOD).contains(from);
    String json = GOOD.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> PackManifest.read(json.getBytes(UTF_8)))
        .withMessageStartingWith("pack.json ")
        .withMessageContaining(why)
        .withMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource({"''", "null", "[]", "{", "{} {}", "7"})
  void isAnObjectAndNothingElse(String json) {
    assertThatExceptionOfType(PackRefusedException.class)
        .isThrownBy(() -> PackManifest.read(json.getBytes(UTF_8)))
        .withMessageStartingWith("pack.json ");
  }
}
