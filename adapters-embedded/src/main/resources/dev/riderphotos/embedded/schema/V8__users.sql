create table collection_user (
  number        integer primary key, -- what a user is called in memory
  collection_id text not null references collection (id),
  user_id       text not null,
  unique (collection_id, user_id)
);

alter table face add column user integer references collection_user (number);
create index face_by_user on face (user, number) where user is not null;

-- Calls that changed users, for as long as they may be made again.
create table user_call (
  operation     text    not null,
  token         text    not null,
  collection_id text    not null references collection (id),
  parameters    text    not null, -- SHA-256
  answer        text    not null,
  kept_until    integer not null, -- nanoseconds since 1970
  primary key (operation, token)
) without rowid;
create index user_call_by_collection on user_call (collection_id);
create index user_call_by_end on user_call (kept_until);
