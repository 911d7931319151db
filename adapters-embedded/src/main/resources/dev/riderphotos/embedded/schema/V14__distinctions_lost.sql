-- How often "not this person" was said of a face that was not moved; null in proofs of before.
alter table migration add column proof_distinctions_lost integer;
