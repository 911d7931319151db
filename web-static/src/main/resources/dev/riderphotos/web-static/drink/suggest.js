// Suggestions while somebody types.

const PAUSE = 150;

/** The input's list is filled with what look(typed) resolves to; an old answer is forgotten. */
export function suggest(input, look) {
  let timer;
  let asked = 0;

  const fill = async () => {
    const mine = ++asked;
    const names = await look(input.value).catch(() => []);
    if (mine === asked) {
      input.list.replaceChildren(...names.map((name) => new Option("", name)));
    }
  };
  input.addEventListener("focus", fill);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fill, PAUSE);
  });
}
