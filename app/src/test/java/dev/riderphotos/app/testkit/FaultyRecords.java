package dev.riderphotos.app.testkit;

import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.review.Cases;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Faults;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Makes the records fail as a test says, in an application that is opened with the property. */
@Factory
@Requires(property = FaultyRecords.PROPERTY)
public final class FaultyRecords {
  public static final String PROPERTY = "tests.faulty-records";

  @Singleton
  Faults faults() {
    return new Faults();
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<RiderProfiles> listener(Faults faults) {
    return (BeanCreatedEvent<RiderProfiles> event) ->
        faults.around(RiderProfiles.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<Executions> executionsListener(Faults faults) {
    return (BeanCreatedEvent<Executions> event) -> faults.around(Executions.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<Cases> casesListener(Faults faults) {
    return (BeanCreatedEvent<Cases> event) -> faults.around(Cases.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<AuditLog> auditListener(Faults faults) {
    return (BeanCreatedEvent<AuditLog> event) -> faults.around(AuditLog.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<GalleryPhotos> galleryListener(Faults faults) {
    return (BeanCreatedEvent<GalleryPhotos> event) ->
        faults.around(GalleryPhotos.class, event.getBean());
  }
}
