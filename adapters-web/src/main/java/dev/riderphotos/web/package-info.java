/** What all pages and routes share: bodies of requests, and how problems are told. */
@NullMarked
package dev.riderphotos.web;

import org.jspecify.annotations.NullMarked;
