package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies, and sends forms with the token of the page they are on. Runs no scripts. */
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");
  private static final Pattern COOKIE =
      Pattern.compile("([^=]+)=([^;]*); ?(?=.*HTTPOnly)(?=.*SameSite=Lax)(?=.*Path=/).*");

  private final Client client;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Browser(Client client) {
    this.client = client;
  }

  /** Sends this header with everything from now on. */
  public Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, "", new byte[0]);
  }

  /** What a script of ours may do. */
  public Answer send(String method, String path, String contentType, byte[] body) {
    Map<String, String> sent = new LinkedHashMap<>(headers);
    if (!contentType.isEmpty()) {
      sent.put("Content-Type", contentType);
    }
    if (!cookies.isEmpty()) {
      sent.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    Answer answer = client.send(method, path, sent, body);
    answer.headers("Set-Cookie").forEach(this::keep);
    return answer;
  }

  /** Sends the form of the page at that path. */
  public Answer post(String path, Form form) {
    return send("POST", path, Form.CONTENT_TYPE, form.field("csrf", token(get(path))).bytes());
  }

  /** Sends the fields from the page at that path, and what else stands there. */
  public Answer post(String page, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("csrf", token(get(page)));
    return post(path, all);
  }

  /** Sends these fields alone. */
  public Answer post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send("POST", path, "application/x-www-form-urlencoded", body.getBytes(UTF_8));
  }

  public Browser signIn(String key) {
    assertThat(post("/sign-in", "/sign-in", Map.of("key", key)).status()).isEqualTo(303);
    return this;
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public static String token(Answer page) {
    Matcher token = TOKEN.matcher(page.text());
    assertThat(token.find()).as(page.toString()).isTrue();
    return token.group(1);
  }

  private void keep(String line) {
    Matcher cookie = COOKIE.matcher(line);
    assertThat(cookie.matches()).as(line).isTrue();
    if (cookie.group(2).isEmpty()) {
      cookies.remove(cookie.group(1));
    } else {
      assertThat(line.contains("Secure")).isEqualTo(line.startsWith("__Host-"));
      cookies.put(cookie.group(1), cookie.group(2));
    }
  }
}
