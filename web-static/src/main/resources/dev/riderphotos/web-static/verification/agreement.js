// What the rider agrees to before a photo is taken or chosen. Where nobody asks, nothing is to be done.

import { text } from "../shared/texts.js";

const byId = (id) => document.getElementById(id);
const box = byId("agreed");

export function agreed() {
  return !box || box.checked;
}

/** Which text was agreed to; null where nobody asks. */
export function agreedTo() {
  return box?.checked ? box.value : null;
}

/** Whether what was agreed to before this page was loaded is what it asks for. */
export function stillAgrees(version) {
  if (box && version === box.value) {
    agree(true);
  }
  return agreed();
}

/** A button takes the place of the box, and the text makes room for what comes next. */
export function askWithButton(next) {
  if (box) {
    byId("agree-box").hidden = true;
    byId("agree").hidden = false;
    byId("agree").onclick = () => {
      agree(true);
      next();
    };
  }
}

/** Whoever comes next is asked, too. */
export function askAnew() {
  if (box) {
    agree(false);
  }
}

/** Says that nothing goes on before. */
export function insist() {
  byId("agreement").open = true;
  byId("agree-first").textContent = text("agree.first");
  byId("agree-first").hidden = false;
  byId("agree").focus();
}

function agree(yes) {
  box.checked = yes;
  byId("agreement").open = !yes;
  byId("agree").hidden = yes;
  byId("agree-first").hidden = true;
}
