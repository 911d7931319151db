-- Riders who are to be erased when what runs of theirs has ended.
create table erasure_wish (
  rider text not null primary key
) without rowid;
