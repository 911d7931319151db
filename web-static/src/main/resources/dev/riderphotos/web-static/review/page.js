// Lets the keyboard decide: a digit presses the choice that it stands for, N goes on to the next
// case, U takes the last decision back. Nothing is pressed while somebody types.

const buttons = new Map(
  [...document.querySelectorAll("button[data-key]")].map((button) => [button.dataset.key, button]),
);

for (const hint of document.querySelectorAll("kbd[hidden], #keys")) {
  hint.hidden = false;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  const button = buttons.get(event.key.toLowerCase());
  if (button && !typing && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    button.click();
  }
});
