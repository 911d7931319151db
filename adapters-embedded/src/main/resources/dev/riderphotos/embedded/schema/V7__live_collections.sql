create table live_collection (
  role          text not null primary key, -- riders or gallery
  collection_id text not null              -- which need not have been made yet
) without rowid;

-- While faces are moved: the collections they go to, or came from.
create table paired_collection (
  role          text not null,
  collection_id text not null,
  primary key (role, collection_id)
) without rowid;

-- Faces of different collections that are one and the same share a group.
create table face_counterpart (
  number        integer primary key, -- of two of one collection, the greater is meant
  face_id       text not null unique,
  collection_id text not null,
  group_id      text not null        -- one of its faces' ids
);
create index face_counterpart_by_group on face_counterpart (group_id, number);
