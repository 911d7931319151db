package dev.riderphotos.aws.testkit;

import java.net.URI;

/** Where services answer. */
public record Endpoints(URI s3, URI dynamoDb, URI sqs) {}
