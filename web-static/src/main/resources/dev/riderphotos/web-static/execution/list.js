// Keeps the list of executions up to date: it is fetched again every few seconds, and what has
// changed takes the place of what is shown. Nothing moves under whoever reads further down, or has
// chosen something: there a link says that there are new ones. Without this, a link does.

/** How often, in milliseconds; never while nobody looks. */
const EVERY = 5000;

const list = document.querySelector("#list");
const news = document.querySelector("#news");
const total = document.querySelector("#total");

function ids(rows) {
  return [...rows].map((row) => row.id).join();
}

/** Whether somebody reads or works in the list, so that no line of it may move. */
function inUse() {
  return (
    window.scrollY > list.offsetTop ||
    list.contains(document.activeElement) ||
    list.querySelector(":checked") !== null
  );
}

/** Cell by cell: pictures that stay the same are not fetched again. */
function update(row, next) {
  [...row.cells].forEach((cell, at) => {
    const other = next.cells[at];
    const held = cell.contains(document.activeElement) || cell.querySelector(":checked");
    if (cell.innerHTML !== other.innerHTML && !held) {
      cell.replaceChildren(...other.childNodes);
      cell.className = other.className;
    }
  });
}

/** Rows that stay are kept as they are, and their pictures with them. */
function replace(next) {
  const shown = new Map([...list.querySelectorAll("tbody tr")].map((row) => [row.id, row]));
  list.replaceChildren(...next.childNodes);
  for (const row of list.querySelectorAll("tbody tr")) {
    if (shown.has(row.id)) {
      row.replaceWith(shown.get(row.id));
    }
  }
}

function show(next) {
  const rows = next.querySelectorAll("tbody tr");
  for (const row of rows) {
    const shown = document.getElementById(row.id);
    if (shown) {
      update(shown, row);
    }
  }
  if (ids(list.querySelectorAll("tbody tr")) === ids(rows)) {
    return;
  }
  if (inUse()) {
    news.hidden = list.dataset.first !== "true";
  } else {
    replace(next);
    news.hidden = true;
  }
}

async function refresh() {
  const answer = await fetch(location.href);
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    show(page.querySelector("#list"));
    total.textContent = page.querySelector("#total").textContent;
  }
}

async function keepUp() {
  if (!document.hidden) {
    await refresh().catch(() => {}); // the server may be away for a moment
  }
  setTimeout(keepUp, EVERY);
}

setTimeout(keepUp, EVERY);
