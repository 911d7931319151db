package dev.riderphotos.rider;

import dev.riderphotos.language.Language;

/**
 * The link that a rider has asked for.
 *
 * @param id names this notification; the link's id
 * @param email where to
 * @param address that opens the rider's page
 * @param language of the rider
 */
public record NewLink(
    String id, EmailAddress email, RiderId rider, String address, Language language)
    implements Notification {}
