// Sends a picture straight into the store, and waits for it to be in the catalogue.

import { kindOf, refusal } from "../shared/photo-file.js";
import { text } from "../shared/texts.js";
import { ConnectionLost, upload } from "../shared/upload.js";
import { Refused } from "./catalogue.js";

/** Case and accents are nothing to tell names apart by. */
function folded(name) {
  return name.trim().normalize("NFD").replace(/\p{M}+/gu, "").toUpperCase().toLowerCase();
}

/** The one of these names that is spelled otherwise; null if there is none, or this very one. */
function spelledOtherwise(typed, names) {
  const alike = names.filter((name) => folded(name) === folded(typed));
  return alike.length === 0 || alike.includes(typed.trim().normalize("NFC")) ? null : alike[0];
}

export class UploadForm {
  #form;
  #catalogue;
  #onDone;
  #asked = null;

  /** onDone is given the drink as the catalogue then has it. */
  constructor(form, catalogue, onDone) {
    this.#form = form;
    this.#catalogue = catalogue;
    this.#onDone = onDone;
    form.picture.addEventListener("change", () => this.#choose());
    const camera = this.#part(".camera");
    camera.hidden = !matchMedia("(pointer: coarse)").matches; // elsewhere it would choose a file
    camera.addEventListener("click", () => this.#browse());
    for (const name of [form.bar, form.drink]) {
      name.addEventListener("input", () => this.#answer(null));
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  #browse() {
    this.#form.picture.setAttribute("capture", "environment");
    this.#form.picture.click();
    this.#form.picture.removeAttribute("capture");
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
    try {
      if (!(await this.#sure())) {
        return;
      }
      this.#busy(true);
      this.#done(await this.#send());
    } catch (problem) {
      this.#tell(sentence(problem));
    } finally {
      this.#busy(false);
    }
  }

  /** Whether names and all are as they are meant to be, after asking where that is not clear. */
  async #sure() {
    this.#answer(null);
    const { bar, drink } = this.#form;
    const { bars } = await this.#catalogue.bars({ prefix: bar.value });
    if (!(await this.#spelling(bar, bars))) {
      return false;
    }
    const { drinks } = await this.#catalogue.drinks(bar.value, { prefix: drink.value });
    const names = drinks.map(({ drinkName }) => drinkName);
    if (!(await this.#spelling(drink, names))) {
      return false;
    }
    const earlier = await this.#catalogue.find(bar.value, drink.value);
    return !earlier || (await this.#ask(text("replaces"), text("replace"), text("cancel"), earlier.thumbnailUrl)) === true;
  }

  /** Offers the name that is there already; false if nothing is to be sent now. */
  async #spelling(input, names) {
    const known = spelledOtherwise(input.value, names);
    if (known === null) {
      return true;
    }
    const use = await this.#ask(text("alike", known), text("alike.use", known), text("alike.keep", input.value));
    if (use) {
      input.value = known;
    }
    return use !== null;
  }

  /** Resolves to true or false as the buttons say, and to null if what it is about was changed. */
  #ask(question, yes, no, picture) {
    this.#tell(null);
    const box = this.#part(".question");
    const image = box.querySelector("img");
    box.querySelector("p").textContent = question;
    box.querySelector(".yes").textContent = yes;
    box.querySelector(".no").textContent = no;
    image.hidden = !picture;
    if (picture) {
      image.src = picture;
    }
    box.hidden = false;
    box.querySelector("p").focus();
    return new Promise((resolve) => {
      this.#asked = resolve;
      box.querySelector(".yes").onclick = () => this.#answer(true);
      box.querySelector(".no").onclick = () => this.#answer(false);
    });
  }

  #answer(answer) {
    this.#part(".question").hidden = true;
    this.#asked?.(answer);
    this.#asked = null;
  }

  /** Resolves to the drink in the catalogue. */
  async #send() {
    const [bar, drink] = [this.#form.bar.value, this.#form.drink.value];
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
    return this.#catalogue.arrived(ticket.key);
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
    const key = problem.code?.replace(/^IMAGE_/, "refused.");
    return text(key) === key ? problem.message : text(key);
  }
  return text(problem instanceof ConnectionLost || problem instanceof TypeError ? "lost" : "broken");
}
