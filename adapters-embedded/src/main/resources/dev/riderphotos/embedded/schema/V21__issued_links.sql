-- Which links riders were given, until they expire; what lets them in is kept nowhere.
create table issued_link (
  id         text    not null primary key,
  rider      text    not null,
  made_at    integer not null, -- milliseconds since 1970
  expires_at integer not null  -- seconds since 1970
) without rowid;
create index issued_link_of_rider on issued_link (rider, made_at);
create index issued_link_expires on issued_link (expires_at);
