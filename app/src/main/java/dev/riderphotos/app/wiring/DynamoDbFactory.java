package dev.riderphotos.app.wiring;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.app.server.Background;
import dev.riderphotos.app.server.LeaseRenewal;
import dev.riderphotos.aws.AwsResource;
import dev.riderphotos.aws.AwsResources;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.aws.dynamodb.AnnouncementTable;
import dev.riderphotos.aws.dynamodb.DynamoDbAnnouncements;
import dev.riderphotos.aws.dynamodb.DynamoDbApiKeys;
import dev.riderphotos.aws.dynamodb.DynamoDbAuditLog;
import dev.riderphotos.aws.dynamodb.DynamoDbCases;
import dev.riderphotos.aws.dynamodb.DynamoDbDistinctions;
import dev.riderphotos.aws.dynamodb.DynamoDbDrinkPhotos;
import dev.riderphotos.aws.dynamodb.DynamoDbErasureWishes;
import dev.riderphotos.aws.dynamodb.DynamoDbExecutions;
import dev.riderphotos.aws.dynamodb.DynamoDbFaceCounterparts;
import dev.riderphotos.aws.dynamodb.DynamoDbGalleryPhotos;
import dev.riderphotos.aws.dynamodb.DynamoDbJudgements;
import dev.riderphotos.aws.dynamodb.DynamoDbLinkRegister;
import dev.riderphotos.aws.dynamodb.DynamoDbLinkRequests;
import dev.riderphotos.aws.dynamodb.DynamoDbLiveCollections;
import dev.riderphotos.aws.dynamodb.DynamoDbMigrationLedger;
import dev.riderphotos.aws.dynamodb.DynamoDbMigrations;
import dev.riderphotos.aws.dynamodb.DynamoDbRevokedLinks;
import dev.riderphotos.aws.dynamodb.DynamoDbRiderProfiles;
import dev.riderphotos.aws.dynamodb.DynamoDbSightings;
import dev.riderphotos.aws.dynamodb.DynamoDbSweeps;
import dev.riderphotos.aws.dynamodb.DynamoDbTable;
import dev.riderphotos.aws.dynamodb.GalleryTables;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.receipt.KeptElsewhere.Place;
import dev.riderphotos.receipt.ReceiptTerms.Term;
import dev.riderphotos.retention.RetentionSettings;
import dev.riderphotos.rider.LiveRiderProfiles;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.verification.DeletedData;
import dev.riderphotos.verification.ErasureLog;
import dev.riderphotos.web.execution.JournalPace;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Keeps records in Amazon DynamoDB. */
@Factory
@Requires(property = Adapters.RECORDS, value = DynamoDbFactory.NAME)
final class DynamoDbFactory {
  static final String NAME = "dynamodb";

  /** So that a lease outlives two renewals that fail. */
  private static final int RENEWALS_PER_LEASE = 4;

  private static final Duration RECOVERABLE = Duration.ofDays(35);

  /** Rows name faces as they were called when they were registered: see the next. */
  @Singleton
  @Bean(typed = {DynamoDbRiderProfiles.class, HealthChecked.class, UsesAws.class})
  DynamoDbRiderProfiles rows(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbRiderProfiles(client, tables.riders());
  }

  @Singleton
  RiderProfiles profiles(
      DynamoDbRiderProfiles rows, LiveCollections live, FaceCounterparts counterparts) {
    return new LiveRiderProfiles(rows, live, counterparts);
  }

  @Singleton
  DynamoDbLiveCollections live(
      DynamoDbClient client, Settings.AwsTables tables, FirstCollections first) {
    return new DynamoDbLiveCollections(client, tables.liveCollections(), first.byRole());
  }

  @Singleton
  DynamoDbFaceCounterparts counterparts(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbFaceCounterparts(client, tables.faceCounterparts());
  }

  @Singleton
  DynamoDbDrinkPhotos catalogue(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbDrinkPhotos(client, tables.drinks());
  }

  @Singleton
  DynamoDbExecutions executions(
      DynamoDbClient client,
      Settings.AwsTables tables,
      Settings.AwsExecutions settings,
      RetentionSettings retention,
      InstantSource clock,
      AnnouncementTable announcements) {
    return new DynamoDbExecutions(
        client,
        tables.executions(),
        settings.lease(),
        retention.executionsAtMost(),
        clock,
        announcements);
  }

  /** What is announced is written with what it tells of. */
  @Singleton
  AnnouncementTable announcementTable(Settings.AwsTables tables, Announcing announcing) {
    return new AnnouncementTable(announcing, tables.announcements());
  }

  @Singleton
  DynamoDbAnnouncements announcements(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbAnnouncements(client, tables.announcements());
  }

  /** A look is a call that is paid for, and takes some milliseconds. */
  @Singleton
  JournalPace pace() {
    return new JournalPace(Duration.ofMillis(250));
  }

  /** What AWS does with deleted items is AWS's. */
  @Singleton
  DeletedData deleted() {
    return () -> {};
  }

  /** As long as AWS keeps what tables were; where it is off, nothing is kept, which is less. */
  @Singleton
  @Named("point-in-time-recovery")
  Term pointInTimeRecovery() {
    return new Term(Place.POINT_IN_TIME_RECOVERY, RECOVERABLE);
  }

  /** Tables are taken back to a point in time by AWS, and no backup of ours has them. */
  @Singleton
  ErasureLog erasures() {
    return _ -> {};
  }

  @Singleton
  DynamoDbApiKeys keys(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbApiKeys(client, tables.keys());
  }

  @Singleton
  DynamoDbRevokedLinks revokedLinks(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbRevokedLinks(client, tables.revokedLinks());
  }

  @Singleton
  DynamoDbLinkRequests linkRequests(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbLinkRequests(client, tables.revokedLinks());
  }

  @Singleton
  DynamoDbLinkRegister linkRegister(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbLinkRegister(client, tables.reviews());
  }

  /** Whoever is to be erased has no links any more: both are in one table. */
  @Singleton
  DynamoDbErasureWishes erasureWishes(
      DynamoDbClient client,
      Settings.AwsTables tables,
      AnnouncementTable announcements,
      InstantSource clock) {
    return new DynamoDbErasureWishes(client, tables.revokedLinks(), announcements, clock);
  }

  @Singleton
  GalleryTables gallery(Settings.AwsTables tables) {
    return new GalleryTables(
        tables.galleryPhotos(), tables.galleryFaces(), tables.galleryDistinctions());
  }

  @Singleton
  DynamoDbGalleryPhotos galleryPhotos(DynamoDbClient client, GalleryTables tables) {
    return new DynamoDbGalleryPhotos(client, tables);
  }

  /** Other processes have these records too. */
  @Singleton
  GallerySettings gallerySettings(Settings.Gallery gallery) {
    return gallery.settings(gallery.lease());
  }

  @Singleton
  DynamoDbDistinctions distinctions(DynamoDbClient client, GalleryTables tables) {
    return new DynamoDbDistinctions(client, tables);
  }

  @Singleton
  DynamoDbAuditLog audit(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbAuditLog(client, tables.audit());
  }

  @Singleton
  DynamoDbCases cases(
      DynamoDbClient client,
      Settings.AwsTables tables,
      RetentionSettings retention,
      AnnouncementTable announcements) {
    return new DynamoDbCases(client, tables.reviews(), retention.casesAtMost(), announcements);
  }

  @Singleton
  DynamoDbSightings sightings(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbSightings(client, tables.reviews());
  }

  @Singleton
  DynamoDbSweeps sweeps(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbSweeps(client, tables.reviews());
  }

  @Singleton
  DynamoDbJudgements judgements(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbJudgements(client, tables.reviews());
  }

  @Singleton
  DynamoDbMigrations migrations(
      DynamoDbClient client,
      Settings.AwsTables tables,
      Settings.AwsExecutions settings,
      InstantSource clock) {
    return new DynamoDbMigrations(client, tables.migrations(), settings.lease(), clock);
  }

  @Singleton
  DynamoDbMigrationLedger migrationLedger(DynamoDbClient client, Settings.AwsTables tables) {
    return new DynamoDbMigrationLedger(client, tables.migrationFaces());
  }

  /** Begins with the context: whatever runs, holds what it runs. */
  @Context
  @Bean(preDestroy = "close")
  LeaseRenewal renewal(
      DynamoDbExecutions executions, Settings.AwsExecutions settings, Background background) {
    return new LeaseRenewal(
        executions::renew, settings.lease().dividedBy(RENEWALS_PER_LEASE), background);
  }

  /** By itself, so that what keeps one from being renewed does not keep the other. */
  @Context
  @Bean(preDestroy = "close")
  @Named("migrations")
  LeaseRenewal migrationRenewal(
      DynamoDbMigrations migrations, Settings.AwsExecutions settings, Background background) {
    return new LeaseRenewal(
        migrations::renew, settings.lease().dividedBy(RENEWALS_PER_LEASE), background);
  }

  @Singleton
  @Named("dynamodb")
  AwsResources tables(DynamoDbClient client, Settings.AwsTables tables, GalleryTables gallery) {
    return new AwsResources(
        Stream.concat(
                Stream.of(
                    DynamoDbRiderProfiles.table(tables.riders()),
                    DynamoDbDrinkPhotos.table(tables.drinks()),
                    DynamoDbExecutions.table(tables.executions()),
                    DynamoDbApiKeys.table(tables.keys()),
                    DynamoDbRevokedLinks.table(tables.revokedLinks()),
                    DynamoDbLiveCollections.table(tables.liveCollections()),
                    DynamoDbFaceCounterparts.table(tables.faceCounterparts()),
                    DynamoDbCases.table(tables.reviews()),
                    DynamoDbAuditLog.table(tables.audit()),
                    DynamoDbAnnouncements.table(tables.announcements()),
                    DynamoDbMigrations.table(tables.migrations()),
                    DynamoDbMigrationLedger.table(tables.migrationFaces())),
                gallery.definitions().stream())
            .<AwsResource>map(table -> new DynamoDbTable(client, table))
            .toList());
  }
}
