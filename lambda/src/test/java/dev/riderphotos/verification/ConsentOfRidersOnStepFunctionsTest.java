package dev.riderphotos.verification;

/** The same scenarios, run by the state machine. */
class ConsentOfRidersOnStepFunctionsTest extends ConsentOfRidersTest {}
