// Keeps the page of a running execution up to date: whenever something changes, the page is
// fetched again and its content takes the place of what is shown. Without this, a link does.

const progress = () => document.querySelector("#progress");

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const verdict = page.querySelector("#progress");
  // The live region itself stays, so that what is new in it is read out.
  progress().replaceChildren(...verdict.childNodes);
  verdict.replaceWith(progress());
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
}

const address = progress()?.dataset.events;
if (address) {
  const events = new EventSource(address);
  let last = Promise.resolve();
  events.onmessage = ({ data }) => {
    last = last.then(refresh, refresh);
    if (JSON.parse(data).status !== "RUNNING") {
      events.close();
    }
  };
}
