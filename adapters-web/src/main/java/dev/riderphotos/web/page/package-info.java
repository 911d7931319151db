/** What pages share: their frame, their texts, and how they tell problems. */
@NullMarked
package dev.riderphotos.web.page;

import org.jspecify.annotations.NullMarked;
