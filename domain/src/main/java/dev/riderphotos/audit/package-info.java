/** What was done and shown, by whom: a trail that nobody can shorten or change unseen. */
@NullMarked
package dev.riderphotos.audit;

import org.jspecify.annotations.NullMarked;
