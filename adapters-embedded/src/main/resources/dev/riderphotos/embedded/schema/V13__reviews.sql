-- What people decide: the whole case as JSON beside the columns it is found by.
create table review_case (
  id        text    not null primary key,
  kind      text    not null,
  state     text    not null,
  subject   text    not null,
  opened_at integer not null, -- nanoseconds since 1970
  due       integer,          -- the same; null: nothing is to be done with it
  document  text    not null
) without rowid;
create unique index review_case_open on review_case (subject) where state <> 'CLOSED';
create index review_case_by_state on review_case (state, opened_at, id);
create index review_case_by_time on review_case (opened_at, id);
create index review_case_due on review_case (due) where due is not null;

create table review_case_rider (
  rider   text not null,
  case_id text not null references review_case (id) on delete cascade,
  primary key (rider, case_id)
) without rowid;
create index review_case_rider_by_case on review_case_rider (case_id);

-- What decisions left behind for verifications: a row for each rider whom it is about.
create table judgement (
  rider    text not null,
  name     text not null, -- of two of one name, the first counts
  document text not null,
  primary key (rider, name)
) without rowid;
create index judgement_by_name on judgement (name);
