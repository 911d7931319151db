package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.RiderProfilesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRiderProfilesTest extends RiderProfilesContract {
  @RegisterExtension private final Storage storage = new Storage();

  @Override
  protected RiderProfiles profiles() {
    return new SqliteRiderProfiles(storage.database());
  }
}
