/** What was done and shown: how it is told, and how it is looked at. */
@NullMarked
package dev.riderphotos.web.audit;

import org.jspecify.annotations.NullMarked;
