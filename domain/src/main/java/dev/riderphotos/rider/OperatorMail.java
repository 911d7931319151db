package dev.riderphotos.rider;

/**
 * Word to operators. It names no rider.
 *
 * @param id names this mail
 * @param text of plain lines
 */
public record OperatorMail(String id, EmailAddress to, String subject, String text) {}
