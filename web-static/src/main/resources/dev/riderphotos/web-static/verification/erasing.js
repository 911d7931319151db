// Follows an erasure that has to wait, and has the page show its receipt when it is done.

const PAUSE = 2000;

/** Whether it still waits; so it seems where nobody can be asked. */
async function waits() {
  try {
    const answer = await fetch(`/v1/erasure${window.location.search}`);
    return answer.ok ? (await answer.json()).status === "WAITING" : answer.status !== 404;
  } catch {
    return true;
  }
}

async function look() {
  if (await waits()) {
    setTimeout(look, PAUSE);
  } else {
    window.location.reload();
  }
}

setTimeout(look, PAUSE);
