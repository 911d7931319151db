-- What other programs are to be told; their ids begin with the time, and are in its order.
create table announcement (
  id         text    not null primary key,
  rider      text    not null,
  document   text    not null,
  erasure    integer not null, -- whether it tells that the rider was erased
  at         integer not null, -- nanoseconds since 1970, when what it tells of happened
  attempts   integer not null,
  error      text,
  due_at     integer,          -- the same; null: it is a dead letter
  dead_since integer           -- the same; null: it is none
) without rowid;
create index announcement_by_rider on announcement (rider, id);
create index announcement_due on announcement (due_at) where due_at is not null;

-- A row while nothing is sent.
create table announcements_off (
  since integer not null, -- the same
  why   text    not null
);
