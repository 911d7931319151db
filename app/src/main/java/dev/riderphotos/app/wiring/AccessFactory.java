package dev.riderphotos.app.wiring;

import dev.riderphotos.access.AnswerLinkRequest;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.AskForLink;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.ErasureTokens;
import dev.riderphotos.access.Handovers;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.ListLinks;
import dev.riderphotos.access.RecogniseKey;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.access.RevokedLinks;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Sessions;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.rider.RiderMail.Footer;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.web.access.AccessMode;
import dev.riderphotos.web.access.Entrance;
import dev.riderphotos.web.access.KeyLimits;
import dev.riderphotos.web.access.Quotas;
import dev.riderphotos.web.access.SignInAttempts;
import dev.riderphotos.web.access.TrustedProxies;
import io.github.bucket4j.TimeMeter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes what decides who may call the server. */
@Factory
public final class AccessFactory {
  static final String MODE = "access";
  public static final String PUBLIC_URL = "public-url";

  @Singleton
  AccessMode mode(@Value("${" + MODE + "}") String name) {
    return named(name);
  }

  /** What riders are told at the end of mails: where to try again, and whom to ask. */
  @Singleton
  Footer footer(@Value("${" + PUBLIC_URL + ":}") String publicUrl, Contact contact) {
    String page = publicUrl.isBlank() ? null : publicUrl.strip().replaceFirst("/?$", "/");
    return new Footer(page, contact.reach().orElse(null));
  }

  @Singleton
  Entrance entrance(
      AccessMode mode,
      @Value("${" + PUBLIC_URL + ":}") String publicUrl,
      @Value("${trusted-proxies:}") List<String> proxies) {
    TrustedProxies trusted =
        Settings.valid("trusted-proxies", () -> new TrustedProxies(given(proxies)));
    String url = publicUrl.isBlank() ? null : publicUrl;
    Set<String> names = mode == AccessMode.DEMO ? Set.of() : MachineNames.hosts();
    return Settings.valid(PUBLIC_URL, () -> new Entrance(url, names, trusted));
  }

  @Singleton
  CreateApiKey creation(ApiKeys keys, InstantSource clock) {
    return new CreateApiKey(keys, clock);
  }

  @Singleton
  RecogniseKey recognition(ApiKeys keys, InstantSource clock) {
    return new RecogniseKey(keys, clock);
  }

  @Singleton
  RevokeLinks revocations(RevokedLinks revoked, Signatures signatures, InstantSource clock) {
    return new RevokeLinks(revoked, signatures, clock);
  }

  @Singleton
  RiderLinks links(
      Signatures signatures, RevokeLinks revocations, LinkRegister register, InstantSource clock) {
    return new RiderLinks(signatures, revocations, register, clock);
  }

  @Singleton
  ListLinks listing(LinkRegister register, RevokeLinks revocations, InstantSource clock) {
    return new ListLinks(register, revocations, clock);
  }

  @Singleton
  AskForLink asking(RiderLinks links, LinkRequests requests, InstantSource clock) {
    return new AskForLink(links, requests, clock);
  }

  @Singleton
  AnswerLinkRequest answering(LinkRequests requests, RiderLinks links, RiderNotifier notifier) {
    return new AnswerLinkRequest(requests, links, notifier);
  }

  @Singleton
  Handovers handovers(
      Signatures signatures, RevokedLinks used, RevokeLinks revocations, InstantSource clock) {
    return new Handovers(signatures, used, revocations, clock);
  }

  @Singleton
  ErasureTokens erasureTokens(Signatures signatures, InstantSource clock) {
    return new ErasureTokens(signatures, clock);
  }

  @Singleton
  Sessions sessions(
      Signatures signatures, ApiKeys keys, RevokeLinks revocations, InstantSource clock) {
    return new Sessions(signatures, keys, revocations, clock);
  }

  @Singleton
  KeyLimits limits(Settings.Keys keys) {
    return new KeyLimits(keys.rules(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** Demo mode is for one person on one machine, who may try what they like. */
  @Singleton
  Quotas quotas(AccessMode mode, Settings.Quota quotas) {
    return new Quotas(
        mode == AccessMode.DEMO ? Quotas.Rules.NONE : quotas.rules(),
        TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Singleton
  SignInAttempts attempts() {
    return new SignInAttempts(TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** A setting that is empty is a list of one empty text. */
  private static List<String> given(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).toList();
  }

  private static AccessMode named(String name) {
    return Arrays.stream(AccessMode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new ConfigurationException(MODE + ": " + name + " is not one of demo, secured"));
  }
}
