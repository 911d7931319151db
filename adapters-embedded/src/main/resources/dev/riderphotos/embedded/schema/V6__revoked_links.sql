create table revoked_link (
  mark       text    not null primary key, -- of one link, or of all that a rider has
  made_until integer not null,             -- nanoseconds since 1970, as all times here
  kept_until integer not null
) without rowid;
