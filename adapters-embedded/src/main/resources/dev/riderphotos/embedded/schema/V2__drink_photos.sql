create table drink_photo (
  bar               text    not null,
  drink             text    not null,
  bar_folded        text    not null, -- without accents and case: what suggestions go by
  drink_folded      text    not null,
  s3bucket          text    not null,
  s3key             text    not null,
  replaced_s3bucket text,             -- an earlier picture that is still to be deleted
  replaced_s3key    text,
  updated_at        integer not null, -- nanoseconds since 1970
  primary key (bar, drink)
) without rowid;
create index drink_photo_by_bar on drink_photo (bar_folded, bar);
create index drink_photo_by_drink on drink_photo (bar, drink_folded, drink);

-- The outbox. An event is announced before its object is in its place, and complete once it is:
-- only then it has a time, and is due.
create table event (
  number     integer not null primary key,
  id         text    not null unique,
  s3bucket   text    not null,
  s3key      text    not null,
  at         integer,          -- nanoseconds since 1970, as all times here
  attempts   integer not null,
  due_at     integer,          -- null while it is announced, and when it is dead
  error      text,             -- of the last attempt
  dead_since integer
);
create index event_due on event (at, number) where due_at is not null;
create index event_dead on event (dead_since, number) where dead_since is not null;
create index event_announced on event (number) where at is null;
