// The page of the drinks: on the server's own page, and on the static one, which may be of another
// origin. That one names the API, in data-api or in ?api=, and is filled in here.

import { Catalogue, NoApi, Refused } from "./catalogue.js";
import { barsOf, drinksOf, missing, pictureOf } from "./pictures.js";
import { suggest } from "./suggest.js";
import { UploadForm } from "./upload-form.js";
import { text } from "../shared/texts.js";

const query = new URLSearchParams(location.search);
const main = document.querySelector("main");
const results = document.querySelector("#results");

function api() {
  const named = main.dataset.api || query.get("api") || location.origin;
  return /^https?:$/.test(URL.parse(named)?.protocol) ? named : location.origin;
}

const catalogue = new Catalogue(api());

for (const form of document.querySelectorAll("form[data-drink]")) {
  suggest(form.bar, async (typed) => (await catalogue.bars({ prefix: typed })).bars);
  suggest(form.drink, async (typed) => {
    const { drinks } = await catalogue.drinks(form.bar.value, { prefix: typed });
    return drinks.map(({ drinkName }) => drinkName);
  });
}

const adding = document.querySelector("#upload"); // not for who may not
adding && new UploadForm(adding, catalogue, (drink) => {
  results.replaceChildren(pictureOf(drink));
  results.querySelector(".added").hidden = false;
  query.set("bar", drink.barName);
  query.set("drink", drink.drinkName);
  query.delete("after");
  history.pushState(null, "", `?${query}`);
  const heading = results.querySelector("h2");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  results.scrollIntoView({ block: "start" });
});
window.addEventListener("popstate", () => location.reload());

/** What the address asks for, as the server would have put it into its page. */
async function found() {
  const [bar, drink, after] = ["bar", "drink", "after"].map((name) => query.get(name) ?? "");
  if (bar && drink) {
    const picture = await catalogue.find(bar, drink);
    return picture ? pictureOf(picture) : missing();
  }
  return bar ? drinksOf(await catalogue.drinks(bar, { after })) : barsOf(await catalogue.bars({ after }));
}

/** Why nothing is found: what the API says, or why it says nothing. */
async function failed(problem) {
  const notice = document.createElement("p");
  notice.className = "notice bad";
  notice.role = "alert";
  if (problem instanceof Refused) {
    notice.textContent = problem.message;
  } else if (problem instanceof NoApi) {
    notice.textContent = text("unknown");
  } else {
    notice.textContent = (await catalogue.there()) ? text("foreign", api(), location.origin) : text("lost");
  }
  return notice;
}

if (main.hasAttribute("data-static")) {
  for (const form of document.querySelectorAll("form[data-drink]")) {
    form.bar.value = query.get("bar") ?? "";
    form.drink.value = query.get("drink") ?? "";
  }
  const named = document.querySelector("#find [name=api]");
  named.value = query.get("api") ?? "";
  named.disabled = !query.has("api");
  results.replaceChildren(await found().catch(failed));
  if (!(await catalogue.open().catch(() => true))) {
    adding.hidden = true;
    document.querySelector(".closed").hidden = false;
  }
}
