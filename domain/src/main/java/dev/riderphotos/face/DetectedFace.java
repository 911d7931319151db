package dev.riderphotos.face;

/** A face found in a picture: what can be seen of it, and what it can be recognised by. */
public record DetectedFace(FaceDetail detail, FacePrint print) {}
