// Follows an execution until it has ended: by server-sent events, or by asking again and again.

const ASK_EVERY = 700;

/** So many answers in a row that do not come mean that the server is out of reach. */
const ATTEMPTS = 12;

/** An event stream that says nothing for so long may be broken without anybody noticing. */
const SILENCE = 10_000;

/** Resolves to the execution as it ended; rejects if it cannot be followed. */
export async function follow(id, onChange) {
  const url = `/v1/executions/${encodeURIComponent(id)}`;
  return (await listen(url, onChange)) ?? ask(url, onChange);
}

/** The ended execution; null if the stream broke off. */
function listen(url, onChange) {
  return new Promise((resolve) => {
    const stream = new EventSource(`${url}/events`);
    let watch;
    const finish = (execution) => {
      clearTimeout(watch);
      stream.close();
      resolve(execution);
    };
    const alive = () => {
      clearTimeout(watch);
      watch = setTimeout(() => finish(null), SILENCE);
    };
    stream.onmessage = (event) => {
      alive();
      const execution = JSON.parse(event.data);
      onChange(execution);
      if (execution.status !== "RUNNING") {
        finish(execution);
      }
    };
    stream.onerror = () => finish(null);
    alive();
  });
}

async function ask(url, onChange) {
  for (let missed = 0; missed < ATTEMPTS; ) {
    const execution = await answer(url);
    missed = execution ? 0 : missed + 1;
    if (execution) {
      onChange(execution);
      if (execution.status !== "RUNNING") {
        return execution;
      }
    }
    await new Promise((resume) => setTimeout(resume, ASK_EVERY));
  }
  throw new Error("The server does not answer.");
}

async function answer(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(SILENCE) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
