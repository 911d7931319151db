-- Where a face's descriptor is among those of its collection, without gaps.
alter table face add column vector_row integer;
update face set vector_row = place.vector_row from (
  select number, row_number() over (partition by collection_id order by number) - 1 as vector_row from face
) place where place.number = face.number;
create unique index face_by_vector_row on face (collection_id, vector_row);

-- Rows that are mapped together, and whether what is mapped is still what is here.
create table vector_block (
  collection_id text    not null references collection (id),
  block         integer not null, -- of 1024 rows
  generation    integer not null, -- drawn anew with each change
  primary key (collection_id, block)
) without rowid;
insert into vector_block select distinct collection_id, vector_row / 1024, 0 from face;
update vector_block set generation = random();
