package dev.riderphotos.app.wiring;

import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rekognition.Deletions;
import dev.riderphotos.rekognition.Rekognition;
import dev.riderphotos.rekognition.Senders;
import dev.riderphotos.rekognition.SwitchedOff;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.audit.Origins;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.context.env.Environment;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Rekognition's protocol on our own engine. */
@Factory
@Requires(beans = FaceAnalysis.class)
final class RekognitionFactory {
  @Singleton
  @Requires(condition = SignedOrDemo.class)
  Rekognition rekognition(
      FaceCollections collections,
      CollectionUsers users,
      FaceAnalysis analysis,
      PhotoStore photos,
      PhotoOpener opener,
      Settings.RekognitionEndpoint settings,
      Environment given,
      InstantSource clock) {
    return new Rekognition(
        collections,
        users,
        analysis,
        photos,
        opener,
        settings.names(),
        signed(given) ? settings.signatures(clock) : null,
        settings.rate(clock));
  }

  /** Access keys are of Rekognition's callers alone. */
  @Singleton
  Deletions deletions(Audit audit, Origins origins) {
    return (request, operation, accessKey) -> {
      Origin sender = origins.of(request);
      Actor who =
          accessKey.map(id -> new Actor(Actor.Kind.KEY, id, "Rekognition")).orElse(sender.who());
      Deed deed = Deed.of(Act.DELETED).saying(operation);
      var _ = audit.tell(new Origin(who, sender.from()), deed);
    };
  }

  @Singleton
  Senders senders() {
    return request -> Caller.of(request).account();
  }

  @Singleton
  @Requires(condition = Neither.class)
  SwitchedOff switchedOff() {
    return new SwitchedOff(
        Settings.RekognitionEndpoint.ACCESS_KEYS + " switches it on: keys that sign its requests");
  }

  /** Without access keys all may call, which is for demo mode alone: else the endpoint is off. */
  static final class SignedOrDemo implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean matches(ConditionContext context) {
      PropertyResolver settings = context;
      return signed(settings)
          || settings
              .getProperty(AccessFactory.MODE, String.class)
              .filter("demo"::equals)
              .isPresent();
    }
  }

  /** The other mode without access keys. */
  static final class Neither implements Condition {
    private final SignedOrDemo on = new SignedOrDemo();

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean matches(ConditionContext context) {
      return !on.matches(context);
    }
  }

  /** Whether keys are set; an empty setting is a mistake that is told, not a choice. */
  private static boolean signed(PropertyResolver settings) {
    return settings.containsProperties(Settings.RekognitionEndpoint.ACCESS_KEYS);
  }
}
