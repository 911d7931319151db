package dev.riderphotos.app.wiring;

import dev.riderphotos.aws.AwsCallWatcher;
import dev.riderphotos.aws.AwsClients;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of AWS, each made when it is first needed. */
@Factory
@Requires(property = Adapters.AWS, value = "true")
final class AwsFactory {
  @Singleton
  @Bean(preDestroy = "close")
  AwsClients clients(AwsCallWatcher watcher) {
    return new AwsClients(watcher);
  }

  @Singleton
  @Bean(preDestroy = "close")
  S3Client s3(AwsClients clients, Settings.Aws aws) {
    return clients.configure(S3Client.builder()).forcePathStyle(aws.pathStyle()).build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient dynamoDb(AwsClients clients) {
    return clients.configure(DynamoDbClient.builder()).build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs(AwsClients clients) {
    return clients.configure(SqsClient.builder()).build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SesV2Client ses(AwsClients clients) {
    return clients.configure(SesV2Client.builder()).build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  SecretsManagerClient secrets(AwsClients clients) {
    return clients.configure(SecretsManagerClient.builder()).build();
  }

  @Singleton
  @Bean(preDestroy = "close")
  RekognitionClient rekognition(AwsClients clients) {
    return clients.configure(RekognitionClient.builder()).build();
  }
}
