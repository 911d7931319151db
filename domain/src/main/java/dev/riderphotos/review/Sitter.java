package dev.riderphotos.review;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderId;

/** A rider with the face they are registered by, under whatever id it had then. */
public record Sitter(RiderId rider, FaceId face) {}
