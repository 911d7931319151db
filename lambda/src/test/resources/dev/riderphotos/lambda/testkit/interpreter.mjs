// Runs executions of a state machine for a JVM, which is asked for the result of every task.
// One JSON document a line; the first that arrives is the state machine.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

Promise.withResolvers ??= () => {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
};

const { StateMachine } = await import(pathToFileURL(process.argv[2]));
const say = (message) => process.stdout.write(JSON.stringify(message) + '\n');
const tasks = new Map();
const runs = new Map();
let machine;
let overrides;

function statesOf(asl, found = {}) {
  for (const [name, state] of Object.entries(asl.States)) {
    found[name] = state;
    (state.Branches ?? []).forEach((branch) => statesOf(branch, found));
  }
  return found;
}

/** Pauses are what tests have no time for. */
function shortened(asl) {
  const named = (type, value) =>
    Object.fromEntries(
      Object.entries(statesOf(asl))
        .filter(([, state]) => (type === 'Retry' ? state.Retry : state.Type === type))
        .map(([name]) => [name, value]));
  return { retryIntervalOverrides: named('Retry', 1), waitTimeOverrides: named('Wait', 1) };
}

function ask(run, state) {
  return (payload) =>
    new Promise((resolve, reject) => {
      const task = `${run}/${tasks.size}/${Math.random()}`;
      tasks.set(task, { resolve, reject });
      say({ run, task, state, payload });
    });
}

function answered({ task, result, error, cause }) {
  const { resolve, reject } = tasks.get(task);
  tasks.delete(task);
  if (error === undefined) {
    resolve(result);
  } else {
    const failure = new Error(cause);
    failure.name = error;
    reject(failure);
  }
}

async function begin({ run, input, context }) {
  const handlers = Object.fromEntries(
    Object.entries(statesOf(machine.definition))
      .filter(([, state]) => state.Type === 'Task')
      .map(([name]) => [name, ask(run, name)]));
  const execution = machine.run(input, {
    overrides: { ...overrides, taskResourceLocalHandlers: handlers },
    context,
    noThrowOnAbort: true,
  });
  runs.set(run, execution);
  const result = execution.result.then((output) => ({ output }), (failure) => ({ cause: failure.message }));
  const events = [];
  for await (const { type, stateName, Error: error, Cause: cause } of execution.eventLogs) {
    events.push({ type, state: stateName, error, cause });
  }
  runs.delete(run);
  say({ run, ended: events.at(-1)?.type, ...(await result), events });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.asl) {
    machine = new StateMachine(message.asl);
    overrides = shortened(message.asl);
  } else if (message.task) {
    answered(message);
  } else if (message.stop) {
    runs.get(message.stop)?.abort();
  } else {
    begin(message).catch((fault) => say({ run: message.run, ended: 'InterpreterFailed', cause: String(fault) }));
  }
}).on('close', () => process.exit(0));
