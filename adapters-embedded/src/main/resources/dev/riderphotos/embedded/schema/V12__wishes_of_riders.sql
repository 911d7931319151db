-- Riders who are to be erased when what runs of theirs has ended.
create table erasure_wish (
  rider text not null primary key
) without rowid;

-- New links that riders have asked for, by an expired one.
create table link_request (
  rider     text    not null primary key,
  email     text,
  valid_for integer not null, -- seconds
  language  text    not null,
  asked_at  integer not null  -- seconds since 1970
) without rowid;
