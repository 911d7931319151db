package dev.riderphotos.app.wiring;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.access.RevokedLinks;
import dev.riderphotos.access.Signatures;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.files.FileErasureLog;
import dev.riderphotos.embedded.files.FileReceiptKeys;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteAnnouncements;
import dev.riderphotos.embedded.sqlite.SqliteApiKeys;
import dev.riderphotos.embedded.sqlite.SqliteAuditLog;
import dev.riderphotos.embedded.sqlite.SqliteCases;
import dev.riderphotos.embedded.sqlite.SqliteDistinctions;
import dev.riderphotos.embedded.sqlite.SqliteDrinkPhotos;
import dev.riderphotos.embedded.sqlite.SqliteErasureWishes;
import dev.riderphotos.embedded.sqlite.SqliteExecutions;
import dev.riderphotos.embedded.sqlite.SqliteFaceCounterparts;
import dev.riderphotos.embedded.sqlite.SqliteGalleryPhotos;
import dev.riderphotos.embedded.sqlite.SqliteJudgements;
import dev.riderphotos.embedded.sqlite.SqliteLinkRegister;
import dev.riderphotos.embedded.sqlite.SqliteLinkRequests;
import dev.riderphotos.embedded.sqlite.SqliteLiveCollections;
import dev.riderphotos.embedded.sqlite.SqliteMigrationLedger;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders;
import dev.riderphotos.embedded.sqlite.SqliteMigrations;
import dev.riderphotos.embedded.sqlite.SqliteRevokedLinks;
import dev.riderphotos.embedded.sqlite.SqliteRiderProfiles;
import dev.riderphotos.embedded.sqlite.SqliteSightings;
import dev.riderphotos.embedded.sqlite.SqliteSweeps;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.gallery.Distinctions;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.GallerySettings;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.receipt.KeptElsewhere.Place;
import dev.riderphotos.receipt.ReceiptKeys;
import dev.riderphotos.receipt.ReceiptTerms.Term;
import dev.riderphotos.retention.Sweeps;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Judgements;
import dev.riderphotos.rider.LiveRiderProfiles;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.rider.Sightings;
import dev.riderphotos.verification.DeletedData;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.web.execution.JournalPace;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Keeps records in one SQLite file. */
@Factory
@Requires(property = Adapters.RECORDS, value = SqliteFactory.NAME)
final class SqliteFactory {
  static final String NAME = "sqlite";

  @Singleton
  DrinkPhotos catalogue(Database database) {
    return new SqliteDrinkPhotos(database);
  }

  @Singleton
  RiderProfiles profiles(Database database, LiveCollections live, FaceCounterparts counterparts) {
    return new LiveRiderProfiles(new SqliteRiderProfiles(database), live, counterparts);
  }

  /** A look takes microseconds. */
  @Singleton
  JournalPace pace() {
    return new JournalPace(Duration.ofMillis(50));
  }

  @Singleton
  LiveCollections live(Database database, FirstCollections first) {
    return new SqliteLiveCollections(database, first.byRole());
  }

  @Singleton
  FaceCounterparts counterparts(Database database) {
    return new SqliteFaceCounterparts(database);
  }

  @Singleton
  Signatures signatures(SigningKey key) {
    return key;
  }

  @Singleton
  ApiKeys keys(Database database) {
    return new SqliteApiKeys(database);
  }

  @Singleton
  RevokedLinks revokedLinks(Database database, InstantSource clock) {
    return new SqliteRevokedLinks(database, clock);
  }

  @Singleton
  LinkRequests linkRequests(Database database) {
    return new SqliteLinkRequests(database);
  }

  @Singleton
  LinkRegister linkRegister(Database database) {
    return new SqliteLinkRegister(database);
  }

  @Singleton
  ErasureWishes erasureWishes(Database database, Announcing announcing, InstantSource clock) {
    return new SqliteErasureWishes(database, announcing, clock);
  }

  @Singleton
  Announcements announcements(Database database) {
    return new SqliteAnnouncements(database);
  }

  @Singleton
  ReceiptKeys receiptKeys(DataFolder folder) {
    return new FileReceiptKeys(folder);
  }

  @Singleton
  @Named("backups")
  Term backups(Settings.Receipts receipts) {
    return new Term(Place.BACKUPS, receipts.backupsKept());
  }

  @Singleton
  @Named("keyed-hash")
  Term keyedHash() {
    return new Term(Place.KEYED_HASH, null);
  }

  @Singleton
  DeletedData deleted(Database database) {
    return database::cutOffLog;
  }

  @Singleton
  Executions executions(Database database, Announcing announcing) {
    return new SqliteExecutions(database, announcing);
  }

  @Singleton
  FileErasureLog erasures(DataFolder folder, SigningKey key, InstantSource clock) {
    return new FileErasureLog(folder, key, clock);
  }

  @Singleton
  GalleryPhotos gallery(Database database) {
    return new SqliteGalleryPhotos(database);
  }

  /** One process has these records at a time: whatever it finds begun is nobody's. */
  @Singleton
  GallerySettings gallerySettings(Settings.Gallery gallery) {
    return gallery.settings(Duration.ZERO);
  }

  @Singleton
  Distinctions distinctions(Database database) {
    return new SqliteDistinctions(database);
  }

  @Singleton
  AuditLog audit(Database database, DataFolder folder) {
    return new SqliteAuditLog(database, folder);
  }

  @Singleton
  Cases cases(Database database, Announcing announcing) {
    return new SqliteCases(database, announcing);
  }

  @Singleton
  Judgements judgements(Database database) {
    return new SqliteJudgements(database);
  }

  @Singleton
  Sightings sightings(Database database) {
    return new SqliteSightings(database);
  }

  @Singleton
  Sweeps sweeps(Database database) {
    return new SqliteSweeps(database);
  }

  @Singleton
  Migrations migrations(Database database) {
    return new SqliteMigrations(database);
  }

  @Singleton
  MigrationLedger migrationLedger(Database database) {
    return new SqliteMigrationLedger(database);
  }

  @Singleton
  SqliteMigrationOrders migrationOrders(Database database) {
    return new SqliteMigrationOrders(database);
  }
}
