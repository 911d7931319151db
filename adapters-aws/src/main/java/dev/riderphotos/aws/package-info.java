/**
 * The ports on AWS, a package for each service: S3, DynamoDB, Rekognition, SQS, SES and Secrets
 * Manager. What they share is here. Constructing an adapter does no I/O.
 */
@NullMarked
package dev.riderphotos.aws;

import org.jspecify.annotations.NullMarked;
