-- What riders agreed to: version of the text, its language, and when, as ISO 8601 has it.
alter table rider_profile add column consent_version text;
alter table rider_profile add column consent_language text;
alter table rider_profile add column consent_at text;

-- What the sender of an object said of the rider's consent: the version of a text.
alter table object add column consent text;
