@NullMarked
package dev.riderphotos.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
