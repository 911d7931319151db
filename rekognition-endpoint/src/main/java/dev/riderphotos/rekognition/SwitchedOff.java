package dev.riderphotos.rekognition;

/**
 * There is no endpoint.
 *
 * @param remedy what an operator can do about it
 */
public record SwitchedOff(String remedy) {}
