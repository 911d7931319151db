/**
 * What Rider Photos means: values, use cases and ports. Requiring nothing is the point: javac
 * refuses here whatever an adapter is for.
 */
module dev.riderphotos.domain {
  requires static transitive org.jspecify;

  exports dev.riderphotos;
  exports dev.riderphotos.access;
  exports dev.riderphotos.announcement;
  exports dev.riderphotos.audit;
  exports dev.riderphotos.consent;
  exports dev.riderphotos.drink;
  exports dev.riderphotos.event;
  exports dev.riderphotos.execution;
  exports dev.riderphotos.extraction;
  exports dev.riderphotos.face;
  exports dev.riderphotos.gallery;
  exports dev.riderphotos.language;
  exports dev.riderphotos.migration;
  exports dev.riderphotos.photo;
  exports dev.riderphotos.queue;
  exports dev.riderphotos.receipt;
  exports dev.riderphotos.retention;
  exports dev.riderphotos.review;
  exports dev.riderphotos.rider;
  exports dev.riderphotos.step;
  exports dev.riderphotos.verification;
}
