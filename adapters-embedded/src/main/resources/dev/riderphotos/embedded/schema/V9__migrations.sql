create table migration (
  id                text    not null primary key,
  from_collection   text,             -- null: of a records file
  to_collection     text    not null,
  role              text,             -- what the first was live for
  photos_in         text,             -- the bucket whose keys are the external image ids
  iou               real    not null,
  tps               integer not null,
  workers           integer not null,
  quality_filter    text    not null,
  keep_new_faces    integer not null,
  state             text    not null,
  proof_faults      integer,          -- null: not proven
  proof_sampled     integer,
  proof_itself      integer,
  proof_another     integer,
  proof_duplicates  integer,
  proof_at          integer,
  prepared_at       integer not null, -- nanoseconds since 1970
  revision          integer not null
) without rowid;

-- A photo, and those of its faces that are to be moved. The way back of a migration has an id of
-- its own here: ID-back.
create table migration_record (
  migration_id      text    not null,
  number            integer not null,
  s3bucket          text    not null,
  s3key             text    not null,
  external_image_id text,
  image_id          text    not null, -- of the old collection
  open              integer not null,
  failures          integer not null,
  reason            text,
  primary key (migration_id, number)
) without rowid;
create index migration_record_open on migration_record (migration_id, number) where open;
create index migration_record_by_image on migration_record (migration_id, image_id) where open;

-- A face that is to be moved, and what became of it. One without an outcome is open.
create table migration_face (
  migration_id      text    not null,
  face_id           text    not null,
  record            integer,          -- null: no photo of it is known
  external_image_id text,
  image_id          text    not null,
  user_id           text,
  box_left          real    not null,
  box_top           real    not null,
  box_width         real    not null,
  box_height        real    not null,
  outcome           text,
  reason            text,
  match_face_id     text,
  match_image_id    text,
  match_external_id text,
  match_left        real,
  match_top         real,
  match_width       real,
  match_height      real,
  match_confidence  real,
  match_iou         real,
  match_second      real,
  primary key (migration_id, face_id)
) without rowid;
create index migration_face_by_record on migration_face (migration_id, record);
create index migration_face_by_outcome on migration_face (migration_id, outcome, face_id);
create index migration_face_by_match on migration_face (migration_id, match_face_id)
  where outcome = 'MOVED';

-- What a face's row was before an operator decided of it.
create table migration_review (
  migration_id      text    not null,
  face_id           text    not null,
  outcome           text    not null,
  reason            text,
  match_face_id     text,
  match_image_id    text,
  match_external_id text,
  match_left        real,
  match_top         real,
  match_width       real,
  match_height      real,
  match_confidence  real,
  match_iou         real,
  match_second      real,
  primary key (migration_id, face_id)
) without rowid;

-- New faces that nobody provided, and that are kept.
create table migration_new_face (
  migration_id      text    not null,
  face_id           text    not null,
  record            integer not null,
  image_id          text    not null,
  external_image_id text,
  box_left          real    not null,
  box_top           real    not null,
  box_width         real    not null,
  box_height        real    not null,
  confidence        real    not null,
  primary key (migration_id, face_id)
) without rowid;

-- How many faces have an outcome; OPEN: none yet; RECORDS: photos; NEW: new faces that are kept.
create table migration_count (
  migration_id      text    not null,
  name              text    not null,
  faces             integer not null,
  primary key (migration_id, name)
) without rowid;

-- What the server that holds the data folder is to do, as it was asked for beside it.
create table migration_order (
  number            integer primary key,
  migration_id      text    not null,
  kind              text    not null,
  min_moved         real    not null,
  min_found         real    not null,
  drop_unmoved      integer not null,
  done              integer,          -- null: nobody has looked at it; 0: it was refused
  answer            text
);
