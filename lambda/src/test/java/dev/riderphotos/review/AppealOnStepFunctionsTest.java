package dev.riderphotos.review;

/** The same appeals, where photos are verified by the state machine. */
class AppealOnStepFunctionsTest extends AppealTest {}
