-- A record that is finished forgets the new faces that were kept of it before.
create index migration_new_face_by_record on migration_new_face (migration_id, record);
