/** Who may call what: the decision for every route, who calls, sign-in, and forms that are ours. */
@NullMarked
package dev.riderphotos.web.access;

import org.jspecify.annotations.NullMarked;
