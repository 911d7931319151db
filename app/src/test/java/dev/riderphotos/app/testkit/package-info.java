/** What the tests of the whole product share: servers, browsers, clients, faults. */
@NullMarked
package dev.riderphotos.app.testkit;

import org.jspecify.annotations.NullMarked;
