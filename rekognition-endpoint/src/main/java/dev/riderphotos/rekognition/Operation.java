package dev.riderphotos.rekognition;

/** One operation of Rekognition: takes the request's members, gives those of the answer. */
interface Operation {
  Object answer(Input request);
}
