package dev.riderphotos.app.wiring;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.Disk;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** What adapters on one machine share. */
@Factory
@Requires(property = Adapters.LOCAL, value = "true")
final class DataFolderFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Database database(DataFolder folder) {
    return Database.open(folder);
  }

  /** Health includes the disk that the folder is on. */
  @Singleton
  Disk disk(DataFolder folder) {
    return folder.disk();
  }

  /** The folder itself uses this key; what else is signed is signed as the records are kept. */
  @Singleton
  @Bean(typed = SigningKey.class)
  SigningKey key(DataFolder folder) {
    return SigningKey.open(folder);
  }
}
