package dev.riderphotos.review;

/** The same decisions, where photos are verified by the state machine. */
class CarryOutDecisionsOnStepFunctionsTest extends CarryOutDecisionsTest {}
