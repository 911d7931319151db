/** Photos and extractions in S3: its buckets, its addresses, its presigned uploads. */
@NullMarked
package dev.riderphotos.aws.s3;

import org.jspecify.annotations.NullMarked;
