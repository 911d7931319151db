-- When verified riders were last here, and how to reach them.
create table rider_sighting (
  rider    text    not null primary key,
  seen_at  integer not null, -- seconds since 1970
  email    text,
  language text,
  told_at  integer           -- the same; null: the rider was not told of a long absence since
) without rowid;

-- When was swept last, and who sweeps: one row.
create table retention_sweep (
  id         integer not null primary key check (id = 1),
  last_begun integer, -- seconds since 1970
  sweeper    text,
  held_until integer  -- the same
) without rowid;
insert into retention_sweep (id) values (1);
