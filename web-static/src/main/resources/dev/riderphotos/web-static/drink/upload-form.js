// Sends a picture straight into the store, and waits for it to be in the catalogue.

import { kindOf, refusal } from "../shared/photo-file.js";
import { text } from "../shared/texts.js";
import { ConnectionLost, upload } from "../shared/upload.js";
import { Refused } from "./catalogue.js";

const LOOK_EVERY = 250;

/** A picture that has arrived is in the catalogue a moment later, or was not fit for it. */
const LOOKS = 60;

export class UploadForm {
  #form;
  #catalogue;
  #onDone;

  /** onDone is given the drink as the catalogue then has it. */
  constructor(form, catalogue, onDone) {
    this.#form = form;
    this.#catalogue = catalogue;
    this.#onDone = onDone;
    form.picture.addEventListener("change", () => this.#choose());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  get #file() {
    return this.#form.picture.files[0];
  }

  async #choose() {
    const preview = this.#part(".preview");
    URL.revokeObjectURL(preview.src);
    preview.hidden = true;
    const why = this.#file ? await refusal(this.#file) : null;
    this.#tell(why && text(why));
    if (this.#file && !why) {
      preview.src = URL.createObjectURL(this.#file);
      preview.hidden = false;
    }
    return !why;
  }

  async #submit() {
    if (!(await this.#choose())) {
      this.#form.picture.focus();
      return;
    }
    this.#busy(true);
    try {
      this.#done(await this.#send());
    } catch (problem) {
      this.#tell(sentence(problem));
    } finally {
      this.#busy(false);
    }
  }

  /** Resolves to the drink in the catalogue. */
  async #send() {
    const [bar, drink] = [this.#form.bar.value, this.#form.drink.value];
    const earlier = await this.#catalogue.find(bar, drink);
    const type = `image/${(await kindOf(this.#file)).toLowerCase()}`;
    const ticket = await this.#catalogue.ticket(bar, drink, this.#file, type);
    this.#progress(0, "sending");
    const sent = await upload(ticket.method, ticket.url, {
      headers: ticket.headers,
      body: this.#file,
      onProgress: (part) => this.#progress(part),
    });
    if (sent.status !== 200) {
      throw new Refused(sent.body?.detail ?? text("broken"));
    }
    this.#progress(null, "arrived");
    return this.#appearing(bar, drink, earlier?.updatedAt);
  }

  async #appearing(bar, drink, before) {
    for (let look = 0; look < LOOKS; look++) {
      const found = await this.#catalogue.find(bar, drink);
      if (found && found.updatedAt !== before) {
        return found;
      }
      await new Promise((resume) => setTimeout(resume, LOOK_EVERY));
    }
    throw new Refused(text("late"));
  }

  #done(drink) {
    this.#form.picture.value = "";
    this.#part(".preview").hidden = true;
    this.#onDone(drink);
  }

  #busy(busy) {
    this.#form.ariaBusy = String(busy);
    this.#form.querySelector("[type=submit]").disabled = busy;
    this.#part(".progress").hidden = !busy;
    if (busy) {
      this.#tell(null);
      this.#progress(0);
    }
  }

  /** How much is sent: from 0 to 1, or null for who knows. */
  #progress(part, stage) {
    const bar = this.#part("progress");
    if (part === null) {
      bar.removeAttribute("value");
    } else {
      bar.value = part;
    }
    if (stage) {
      this.#part(".stage").textContent = text(stage);
    }
  }

  #tell(problem) {
    this.#part(".problem").textContent = problem ?? "";
    this.#part(".problem").hidden = !problem;
  }

  #part(selector) {
    return this.#form.querySelector(selector);
  }
}

function sentence(problem) {
  if (problem instanceof Refused) {
    return problem.message;
  }
  return text(problem instanceof ConnectionLost || problem instanceof TypeError ? "lost" : "broken");
}
