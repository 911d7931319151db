@NullMarked
package dev.riderphotos.aws.s3;

import org.jspecify.annotations.NullMarked;
