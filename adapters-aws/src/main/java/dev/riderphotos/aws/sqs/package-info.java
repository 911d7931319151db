/** What S3 and others tell of new objects, from SQS queues; and what could not be delivered. */
@NullMarked
package dev.riderphotos.aws.sqs;

import org.jspecify.annotations.NullMarked;
