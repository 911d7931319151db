-- What was done and shown, and by whom. Rows are only ever added; each has the hash of the one before.
create table audit_entry (
  number   integer not null primary key,
  at       integer not null, -- nanoseconds since 1970
  who      text    not null, -- how somebody is known
  who_id   text,
  who_name text,
  origin   text,             -- the address
  act      text    not null,
  about    text,
  detail   text,
  riders   text    not null, -- keyed hashes, a space between them
  previous text    not null,
  hash     text    not null
);

-- Words that lie beside entries, and can be deleted.
create table audit_note (
  number integer not null primary key,
  note   text    not null,
  riders text    not null
);
