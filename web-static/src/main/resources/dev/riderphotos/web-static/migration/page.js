// Keeps the page of a migration that goes on up to date: whenever something changes, the page is
// fetched again and what it shows takes the place of what is shown. Without this, a link does.

/** The parts of the page that change; the state is a live region, which must stay where it is. */
const PARTS = ["#heading", "#state", "#progress", "#figures", "#acts", "#faces"];

/** An event stream that broke off is opened again after this. */
const COME_BACK = 2000;

const state = document.querySelector("#state");

/** Whether it goes on yet. */
async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) {
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of PARTS) {
    replace(document.querySelector(part), page.querySelector(part));
  }
  return "follow" in page.querySelector("#state").dataset;
}

/** Leaves alone what is the same: it may have the focus, and nobody wants to hear it again. */
function replace(shown, next) {
  if (shown && next && shown.innerHTML !== next.innerHTML) {
    shown.replaceChildren(...next.childNodes);
  } else if (shown && !next) {
    shown.replaceChildren();
  }
}

function follow(id) {
  const stream = new EventSource(`/v1/migrations/${encodeURIComponent(id)}/events`);
  let latest = Promise.resolve();
  stream.onmessage = () => {
    latest = latest.then(refresh, refresh);
  };
  stream.onerror = async () => {
    stream.close();
    await latest.catch(() => {});
    const goesOn = await refresh().catch(() => true);
    if (goesOn) {
      setTimeout(() => follow(id), COME_BACK);
    }
  };
}

const { follow: id } = state.dataset;
if (id) {
  follow(id);
}
