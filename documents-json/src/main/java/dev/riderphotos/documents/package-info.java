/** What is kept or told as JSON: the journal of executions, and the documents of crops. */
@NullMarked
package dev.riderphotos.documents;

import org.jspecify.annotations.NullMarked;
