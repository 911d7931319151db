/** The pages where operators look into executions and riders. */
@NullMarked
package dev.riderphotos.web.page.audit;

import org.jspecify.annotations.NullMarked;
