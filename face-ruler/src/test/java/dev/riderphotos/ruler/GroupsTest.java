package dev.riderphotos.ruler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {
  @Test
  void peopleHaveTheirGroups() throws IOException {
    Groups groups = read("\uFEFFperson,group\r\nada,one\r\n\"King, Ada\", two \r\n\r\nbob,one\r\n");

    assertThat(groups.names()).containsExactly("one", "two");
    assertThat(groups.people()).isEqualTo(3);
    assertThat(groups.of(Digest.of("King, Ada"))).isEqualTo(1);
    assertThat(groups.of(Digest.of("bob"))).isZero();
    assertThat(groups.of(Digest.of("eve"))).isEqualTo(-1);
  }

  @Test
  void thousandsOfPeopleHaveTheirGroups() throws IOException {
    StringBuilder csv = new StringBuilder("person,group\n");
    for (int i = 0; i < 5000; i++) {
      csv.append("p%d,g%d\n".formatted(i, i % 7));
    }

    Groups groups = read(csv.toString());

    assertThat(groups.people()).isEqualTo(5000);
    assertThat(groups.of(Digest.of("p4999"))).isEqualTo(4999 % 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|The file of groups is empty: its first line is \"person,group\"",
        "name;sex|The first line of the file of groups is \"person,group\", not \"name;sex\"",
        "person,group/ada|Line 2 of the file of groups is not a person and a group",
        "person,group/ada,one/bob,|Line 3 of the file of groups is not a person and a group",
        "person,group/ada,one/ada,two"
            + "|Line 3 of the file of groups says that ada is of two, and an earlier one said one",
      })
  void whatIsNoSuchFileIsRefused(String csv, String why) {
    String lines = csv == null ? "" : csv.replace('/', '\n');

    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @Test
  void aQuoteThatNeverEndsIsRefused() {
    assertThatThrownBy(() -> read("person,group\n\"ada,one\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The file of groups is no CSV: ");
  }

  @Test
  void oneGroupTooManyIsRefused() {
    StringBuilder csv = new StringBuilder("person,group\n");
    for (int i = 0; i <= Groups.MOST; i++) {
      csv.append("p%d,g%d\n".formatted(i, i));
    }

    assertThatThrownBy(() -> read(csv.toString()))
        .hasMessage(
            "Line 32 of the file of groups names one group more than the 30 that are measured");
  }

  @Test
  void anotherEncodingIsRefused(@TempDir Path folder) throws IOException {
    Path csv =
        Files.writeString(folder.resolve("groups.csv"), "person,group\nJosé,one\n", ISO_8859_1);

    assertThatThrownBy(() -> Groups.read(csv))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The file of groups is not in UTF-8: save it as such");
  }

  private static Groups read(String csv) throws IOException {
    return Groups.read(new StringReader(csv));
  }
}
