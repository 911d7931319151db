/** AWS for tests: emulators inside the JVM, LocalStack, or whatever answers at an endpoint. */
@NullMarked
package dev.riderphotos.aws.testkit;

import org.jspecify.annotations.NullMarked;
