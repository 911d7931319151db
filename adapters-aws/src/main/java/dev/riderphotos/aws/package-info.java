/**
 * The ports on AWS: S3, DynamoDB, Rekognition, SQS and SES. Constructing an adapter does no I/O.
 */
@NullMarked
package dev.riderphotos.aws;

import org.jspecify.annotations.NullMarked;
