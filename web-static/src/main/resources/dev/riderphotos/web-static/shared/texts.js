// The page's texts, which the server wrote into <template id="texts"> from the message bundle.

const texts = new Map();
for (const element of document.querySelector("#texts").content.querySelectorAll("[data-text]")) {
  texts.set(element.dataset.text, element.textContent);
}

/** The text of this key, its {0}, {1} and so on replaced by the values. */
export function text(key, ...values) {
  return values.reduce((said, value, at) => said.replace(`{${at}}`, () => value), texts.get(key) ?? key);
}
