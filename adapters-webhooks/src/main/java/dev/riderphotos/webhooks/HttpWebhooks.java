package dev.riderphotos.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.announcement.Announcement;
import dev.riderphotos.announcement.Webhooks;
import dev.riderphotos.documents.CloudEventJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts announcements, each over a connection of its own. The host's name is looked up once for
 * each: what it leads to is judged, and connected to. No proxy is asked, no redirect followed, and
 * of the answer nothing is read but its status.
 */
public final class HttpWebhooks implements Webhooks, AutoCloseable {
  /** For all of it: looking up, connecting, sending and the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NOT_IN_TIME = "no answer in time";
  private static final int GONE = 410;

  private final WebhookAddress address;
  private final WebhookSecrets secrets;
  private final String source;
  private final InstantSource clock;
  private final Duration patience;
  private final CloseableHttpClient client;
  private final ExecutorService sending =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 1).factory());

  /** What a host's name leads to. */
  interface Directory {
    InetAddress[] lookUp(String host) throws UnknownHostException;
  }

  /**
   * Makes it.
   *
   * @param source of the CloudEvents
   */
  public HttpWebhooks(
      WebhookAddress address, WebhookSecrets secrets, String source, InstantSource clock) {
    this(address, secrets, source, clock, InetAddress::getAllByName, PATIENCE, null);
  }

  /**
   * Makes one for tests.
   *
   * @param tls what is spoken under https; {@code null} for what everybody trusts
   */
  HttpWebhooks(
      WebhookAddress address,
      WebhookSecrets secrets,
      String source,
      InstantSource clock,
      Directory directory,
      Duration patience,
      @Nullable TlsSocketStrategy tls) {
    this.address = address;
    this.secrets = secrets;
    this.source = source;
    this.clock = clock;
    this.patience = patience;
    this.client = client(judging(address, directory), Timeout.of(patience), tls);
  }

  private static DnsResolver judging(WebhookAddress address, Directory directory) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return address.judged(directory.lookUp(host));
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static CloseableHttpClient client(
      DnsResolver resolver, Timeout timeout, @Nullable TlsSocketStrategy tls) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(32)
                .setMaxConnPerRoute(32)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setConnectionReuseStrategy((_, _, _) -> false)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("rider-photos")
        .build();
  }

  @Override
  public Answer send(Announcement announcement) {
    HttpPost request = request(announcement);
    Future<Answer> answer = sending.submit(() -> answer(request));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Answer.Refused(NOT_IN_TIME);
    } catch (ExecutionException fault) {
      return new Answer.Refused(said(fault.getCause()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Answer.Refused("cut short");
    } finally {
      request.cancel(); // the connection goes, whatever is still to come on it
      boolean _ = answer.cancel(true);
    }
  }

  private HttpPost request(Announcement announcement) {
    String body = CloudEventJson.write(announcement, source);
    String id = announcement.id().toString();
    long timestamp = clock.instant().getEpochSecond();
    HttpPost request = new HttpPost(address.uri());
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", Long.toString(timestamp));
    request.setHeader("webhook-signature", secrets.sign(id, timestamp, body));
    request.setEntity(
        new ByteArrayEntity(
            body.getBytes(UTF_8), ContentType.create(CloudEventJson.MEDIA_TYPE, UTF_8)));
    return request;
  }

  /** Closing the answer would wait for its end: whoever cancels the request does not. */
  private Answer answer(HttpPost request) throws IOException {
    int status = client.executeOpen(HttpHost.create(address.uri()), request, null).getCode();
    String said = Integer.toString(status);
    if (status == GONE) {
      return new Answer.Gone(said);
    }
    return status >= 200 && status < 300 ? new Answer.Accepted(said) : new Answer.Refused(said);
  }

  /** What went wrong, in words of ours: a fault's own may be anything. */
  private static String said(@Nullable Throwable fault) {
    return switch (fault) {
      case NotPublicException refused -> refused.getMessage();
      case UnknownHostException _ -> "no such host";
      case SSLException _ -> "no secure connection";
      case SocketTimeoutException _ -> NOT_IN_TIME;
      case ConnectException _ -> "no connection";
      case null, default -> "no answer";
    };
  }

  @Override
  public void close() throws IOException {
    sending.shutdownNow();
    client.close();
  }
}
