package dev.riderphotos.app.wiring;

import dev.riderphotos.face.CollectionUsers;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.RegistrationTurn;
import dev.riderphotos.gallery.TellApart;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.CutOver;
import dev.riderphotos.migration.DuplicateBar;
import dev.riderphotos.migration.FindAgain;
import dev.riderphotos.migration.FollowChanges;
import dev.riderphotos.migration.ForgetMovedFaces;
import dev.riderphotos.migration.MigrateRecord;
import dev.riderphotos.migration.MigrateUsers;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Pace;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.migration.ReviewFace;
import dev.riderphotos.migration.RunMigration;
import dev.riderphotos.migration.SweepNewFaces;
import dev.riderphotos.migration.TryMigration;
import dev.riderphotos.migration.WithdrawFace;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The move of a collection, on whatever serves the ports. */
@Factory
final class MigrationFactory {
  @Singleton
  WithdrawFace withdrawal(FaceCollections collections, MigrationLedger ledger) {
    return new WithdrawFace(collections, ledger);
  }

  @Singleton
  ForgetMovedFaces forgetting(
      Migrations migrations,
      MigrationLedger ledger,
      WithdrawFace withdrawal,
      FaceCounterparts counterparts) {
    return new ForgetMovedFaces(migrations, ledger, withdrawal, counterparts);
  }

  @Singleton
  FollowChanges changes(
      FaceCollections collections, MigrationLedger ledger, WithdrawFace withdrawal) {
    return new FollowChanges(collections, ledger, withdrawal);
  }

  @Singleton
  PrepareMigration preparation(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      LiveCollections live,
      FollowChanges changes,
      InstantSource clock) {
    return new PrepareMigration(migrations, ledger, collections, live, changes, clock);
  }

  @Singleton
  RunMigration run(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      FaceCounterparts counterparts,
      FollowChanges changes) {
    SweepNewFaces sweep = new SweepNewFaces(collections, ledger);
    return new RunMigration(migrations, ledger, collections, counterparts, changes, sweep);
  }

  @Singleton
  ControlMigration control(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      LiveCollections live) {
    return new ControlMigration(migrations, ledger, collections, live);
  }

  @Singleton
  CutOver cutOver(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      LiveCollections live,
      RegistrationTurn turn,
      RunMigration run,
      FollowChanges changes,
      WithdrawFace withdrawal) {
    return new CutOver(migrations, ledger, collections, live, turn, run, changes, withdrawal);
  }

  @Singleton
  ReviewFace review(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      FaceCounterparts counterparts,
      PhotoStore photos,
      PhotoOpener opener) {
    MigrateRecord migrate = new MigrateRecord(collections, photos, opener, Unhurried.PACE);
    return new ReviewFace(migrations, ledger, collections, counterparts, migrate);
  }

  /** One photo, when an operator asks for it, is no run. */
  private enum Unhurried implements Pace {
    PACE;

    @Override
    public void await() {}

    @Override
    public void rest(int failures) {}
  }

  @Singleton
  ProveMigration proof(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      PhotoStore photos,
      PhotoOpener opener,
      DuplicateBar bar,
      TellApart told,
      InstantSource clock) {
    FindAgain again = new FindAgain(collections, photos, opener);
    return new ProveMigration(migrations, ledger, collections, again, bar, told, clock);
  }

  @Singleton
  MigrateUsers users(Migrations migrations, MigrationLedger ledger, CollectionUsers users) {
    return new MigrateUsers(migrations, ledger, users);
  }

  @Singleton
  TryMigration attempt(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      PhotoStore photos,
      PhotoOpener opener) {
    return new TryMigration(migrations, ledger, collections, photos, opener);
  }
}
