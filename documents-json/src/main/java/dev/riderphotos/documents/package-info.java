/** What is kept or told as JSON: executions' journal, documents of crops, files of records. */
@NullMarked
package dev.riderphotos.documents;

import org.jspecify.annotations.NullMarked;
