package dev.riderphotos.app.testkit;

import dev.riderphotos.aws.testkit.BlankAccount;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives an application that is opened with the property a blank account for AWS. */
@Factory
@Requires(property = BlankAccounts.PROPERTY)
public final class BlankAccounts {
  public static final String PROPERTY = "tests.blank-account";

  @Singleton
  BlankAccount account() {
    return new BlankAccount();
  }

  /** At the address that S3 has, where others may have set an emulator's. */
  @Singleton
  @Bean
  BeanCreatedEventListener<S3Client> s3(BlankAccount account) {
    return (BeanCreatedEvent<S3Client> event) -> {
      event.getBean().close();
      S3Client there =
          S3Client.builder()
              .region(Region.EU_CENTRAL_1)
              .endpointOverride(URI.create("https://s3.eu-central-1.amazonaws.com"))
              .credentialsProvider(AnonymousCredentialsProvider.create())
              .build();
      return account.client(S3Client.class, there);
    };
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<SqsClient> sqs(BlankAccount account) {
    return (BeanCreatedEvent<SqsClient> event) -> account.client(SqsClient.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<DynamoDbClient> dynamoDb(BlankAccount account) {
    return (BeanCreatedEvent<DynamoDbClient> event) ->
        account.client(DynamoDbClient.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<RekognitionClient> rekognition(BlankAccount account) {
    return (BeanCreatedEvent<RekognitionClient> event) ->
        account.client(RekognitionClient.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<SecretsManagerClient> secrets(BlankAccount account) {
    return (BeanCreatedEvent<SecretsManagerClient> event) ->
        account.client(SecretsManagerClient.class, event.getBean());
  }

  @Singleton
  @Bean
  BeanCreatedEventListener<SesV2Client> ses(BlankAccount account) {
    return (BeanCreatedEvent<SesV2Client> event) ->
        account.client(SesV2Client.class, event.getBean());
  }
}
