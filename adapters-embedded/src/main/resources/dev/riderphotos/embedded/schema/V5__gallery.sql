create table gallery_photo (
  name             text not null primary key,
  s3bucket         text not null,
  revision         text not null,
  content          text,            -- SHA-256 of the photo whose faces these are
  attempt_worker   text,            -- who is changing it, or died over it
  attempt_since    integer,         -- nanoseconds since 1970, as all times here
  attempt_metadata text             -- as a query string
) without rowid;

create table gallery_face (
  face_id           text    not null primary key,
  name              text    not null references gallery_photo (name),
  place             integer not null, -- among the faces of its photo
  image_id          text    not null,
  external_image_id text,
  box_left          real    not null,
  box_top           real    not null,
  box_width         real    not null,
  box_height        real    not null,
  confidence        real    not null,
  s3bucket          text    not null,
  content           text    not null,
  metadata          text    not null, -- as a query string
  deleted_at        integer
) without rowid;
create index gallery_face_by_photo on gallery_face (name, place);

-- Faces that may still be in the collection, and are to go.
create table gallery_leftover (
  name    text not null references gallery_photo (name),
  face_id text not null,
  primary key (name, face_id)
) without rowid;

-- Faces of photos that are said to be two people; each pair both ways round.
create table distinction (
  face  text not null,
  other text not null,
  primary key (face, other)
) without rowid;
