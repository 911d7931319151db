// Shows what was found, in copies of the page's templates.

/** The address of a view on this page: {bar, drink, after}; what else is asked for stays. */
function address(view) {
  const query = new URLSearchParams(location.search);
  for (const name of ["bar", "drink", "after"]) {
    query.delete(name);
  }
  for (const [name, value] of Object.entries(view)) {
    query.set(name, value);
  }
  return `?${query}`;
}

function copy(template) {
  return document.querySelector(`#${template}`).content.cloneNode(true);
}

function link(element, view, text) {
  element.href = address(view);
  if (text !== undefined) {
    element.textContent = text;
  }
}

/** Shows the next page's link, or that there is none. */
function more(view, next, here) {
  const element = view.querySelector(".more");
  if (next === undefined) {
    element.remove();
  } else {
    link(element.querySelector("a"), { ...here, after: next });
  }
}

export function pictureOf({ barName, drinkName, url, thumbnailUrl }) {
  const view = copy("picture-view");
  view.querySelector("img").src = thumbnailUrl;
  view.querySelector("img").alt = drinkName;
  view.querySelector(".full").href = url;
  view.querySelector(".name").textContent = drinkName;
  link(view.querySelector(".bar"), { bar: barName }, barName);
  return view;
}

export function drinksOf({ barName, drinks, next }) {
  const view = copy("drinks-view");
  view.querySelector(".bar").textContent = barName;
  const list = view.querySelector(".grid");
  const card = list.firstElementChild;
  list.replaceChildren(
    ...drinks.map(({ drinkName, thumbnailUrl }) => {
      const one = card.cloneNode(true);
      link(one.querySelector("a"), { bar: barName, drink: drinkName });
      one.querySelector("img").src = thumbnailUrl;
      one.querySelector(".name").textContent = drinkName;
      return one;
    }),
  );
  list.hidden = drinks.length === 0;
  view.querySelector(".none").hidden = drinks.length > 0;
  more(view, next, { bar: barName });
  return view;
}

export function barsOf({ bars, next }) {
  const view = copy("bars-view");
  const list = view.querySelector(".bars");
  const item = list.firstElementChild;
  list.replaceChildren(
    ...bars.map((bar) => {
      const one = item.cloneNode(true);
      link(one.querySelector("a"), { bar }, bar);
      return one;
    }),
  );
  view.querySelector(".none").hidden = bars.length > 0;
  more(view, next, {});
  return view;
}

export function missing() {
  return copy("missing-view");
}
