-- Which keys a bucket has. The files are named by the hashes of the keys.
create table object (
  bucket text not null,
  key    text not null,
  primary key (bucket, key)
) without rowid;

create table rider_profile (
  username           text not null primary key,
  face_id            text not null,
  s3bucket           text not null,
  s3key              text not null,
  thumbnail_s3bucket text not null,
  thumbnail_s3key    text not null
) without rowid;

-- The journal. The document is the whole execution as JSON, the columns are what it is found by.
create table execution (
  id         text    not null primary key,
  rider      text    not null,
  status     text    not null,
  unfinished integer not null,
  started_at integer not null, -- nanoseconds since 1970
  document   text    not null
);
create index execution_by_start on execution (started_at desc, id desc);
create index execution_by_rider on execution (rider, started_at desc, id desc);
create index execution_by_status on execution (status, started_at desc, id desc);
create index execution_unfinished on execution (started_at, id) where unfinished;

create table collection (
  id                 text not null primary key,
  face_model_version text not null
) without rowid;

create table face (
  number            integer primary key, -- what a face is called in memory
  face_id           text not null unique,
  collection_id     text not null references collection (id),
  image_id          text not null,
  external_image_id text not null,
  box_left          real not null,
  box_top           real not null,
  box_width         real not null,
  box_height        real not null,
  confidence        real not null,
  descriptor        blob not null -- 128 floats, little endian
);
create index face_by_image on face (collection_id, image_id);
