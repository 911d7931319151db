package dev.riderphotos.extraction;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.photo.Photo;

/**
 * A face, cut out.
 *
 * @param index among the crops of its picture, the surest first, from 0
 */
public record FaceCrop(CropId id, int index, FaceDetail face, Photo png) {}
