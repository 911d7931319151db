// The page's texts, which the server wrote into <template id="texts"> from the message bundle.

const texts = new Map();
for (const element of document.querySelector("#texts").content.querySelectorAll("[data-text]")) {
  texts.set(element.dataset.text, element.textContent);
}

export function text(key) {
  return texts.get(key) ?? key;
}
