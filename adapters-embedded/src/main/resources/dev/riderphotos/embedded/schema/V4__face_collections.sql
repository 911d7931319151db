alter table collection add column created_at integer not null default 0; -- nanoseconds since 1970
update collection set created_at = unixepoch() * 1000000000;

-- As before, but that a face need not have an external image id.
create table collected_face (
  number            integer primary key, -- what a face is called in memory
  face_id           text not null unique,
  collection_id     text not null references collection (id),
  image_id          text not null,
  external_image_id text,
  box_left          real not null,
  box_top           real not null,
  box_width         real not null,
  box_height        real not null,
  confidence        real not null,
  descriptor        blob not null -- 128 floats, little endian
);
insert into collected_face select * from face;
drop table face;
alter table collected_face rename to face;
create index face_by_image on face (collection_id, image_id);
create index face_by_collection on face (collection_id, number);
