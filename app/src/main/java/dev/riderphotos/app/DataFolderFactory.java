package dev.riderphotos.app;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.Database;
import dev.riderphotos.embedded.SigningKey;
import dev.riderphotos.embedded.SqliteApiKeys;
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

  @Singleton
  SigningKey signatures(DataFolder folder) {
    return SigningKey.open(folder);
  }

  @Singleton
  ApiKeys keys(Database database) {
    return new SqliteApiKeys(database);
  }
}
