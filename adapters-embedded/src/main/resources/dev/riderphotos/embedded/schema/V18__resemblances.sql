-- Which executions tell of which faces of others, so that those are found when a face is erased.
create table execution_resemblance (
  face_id      text not null,
  execution_id text not null references execution (id) on delete cascade,
  primary key (face_id, execution_id)
) without rowid;
create index execution_resemblance_by_execution on execution_resemblance (execution_id);

insert or ignore into execution_resemblance (face_id, execution_id)
select coalesce(told.value ->> '$.face.value', told.value ->> '$.face'), execution.id
from execution,
     json_each(execution.document, '$.steps') step,
     json_each(step.value, '$.output.matches') told
union
select coalesce(
         step.value ->> '$.output.nearest.face.value', step.value ->> '$.output.nearest.face'),
       execution.id
from execution, json_each(execution.document, '$.steps') step
where step.value -> '$.output.nearest' is not null;
