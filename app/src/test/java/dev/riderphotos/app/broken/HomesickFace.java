package dev.riderphotos.app.broken;

import dev.riderphotos.embedded.DataFolder;
import jakarta.inject.Singleton;

/** Leans on an adapter and on a framework, from where neither should be known. */
@Singleton
public record HomesickFace(DataFolder folder) {}
