@NullMarked
package dev.riderphotos.aws.sqs;

import org.jspecify.annotations.NullMarked;
