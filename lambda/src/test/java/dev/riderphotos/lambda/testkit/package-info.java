@NullMarked
package dev.riderphotos.lambda.testkit;

import org.jspecify.annotations.NullMarked;
