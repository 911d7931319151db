package dev.riderphotos.engine.internal.onnx;

/** A tensor that flows through an {@link OnnxGraph}: an input, a constant or a node's result. */
public record Value(String name) {}
