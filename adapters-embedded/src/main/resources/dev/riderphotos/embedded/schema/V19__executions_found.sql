-- Why photos were refused, so that executions are found by it. Triggers keep it: it follows the
-- journal's documents, whoever writes them.
create table execution_reason (
  reason     text    not null,
  started_at integer not null,
  execution  text    not null,
  primary key (reason, started_at, execution)
) without rowid;
create index execution_reason_by_execution on execution_reason (execution);

insert into execution_reason
select distinct json_extract(reason.value, '$.code'), execution.started_at, execution.id
from execution, json_each(execution.document, '$.verdict.reasons') reason;

create trigger execution_reason_begun after insert on execution begin
  insert into execution_reason
  select distinct json_extract(reason.value, '$.code'), new.started_at, new.id
  from json_each(new.document, '$.verdict.reasons') reason;
end;

create trigger execution_reason_changed after update on execution
when new.started_at is not old.started_at
  or json_extract(new.document, '$.verdict.reasons')
    is not json_extract(old.document, '$.verdict.reasons')
begin
  delete from execution_reason where execution = old.id;
  insert into execution_reason
  select distinct json_extract(reason.value, '$.code'), new.started_at, new.id
  from json_each(new.document, '$.verdict.reasons') reason;
end;

create trigger execution_reason_gone after delete on execution begin
  delete from execution_reason where execution = old.id;
end;

-- In place of the one by start alone: a part of an id is looked for without reading documents.
drop index execution_by_start;
create index execution_by_start on execution (started_at desc, id desc, rider, status);
create index execution_to_look_at on execution (started_at desc, id desc)
where json_extract(document, '$.verdict.review');
