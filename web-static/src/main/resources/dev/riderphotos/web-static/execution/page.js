// Keeps the page of a running execution up to date: whenever something changes, the page is
// fetched again and what it shows takes the place of what is shown. Without this, a link does.

import { follow } from "../shared/execution.js";

/** The parts of the page that change; the verdict is a live region, which must stay where it is. */
const PARTS = ["#heading", "#verdict", "#execution"];

async function refresh() {
  const answer = await fetch(location.href);
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of PARTS) {
      document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
    }
  }
}

const { running } = document.querySelector("#verdict").dataset;
if (running) {
  let latest = Promise.resolve();
  await follow(running, () => {
    latest = latest.then(refresh, refresh);
  });
}
