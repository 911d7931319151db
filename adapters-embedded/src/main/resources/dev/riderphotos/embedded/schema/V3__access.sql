create table api_key (
  number       integer not null primary key,
  id           text    not null unique,
  hash         text    not null unique, -- SHA-256: the key itself is nowhere
  name         text    not null,
  scopes       text    not null,        -- with blanks between them
  created_at   integer not null,        -- nanoseconds since 1970
  last_used_at integer
);
