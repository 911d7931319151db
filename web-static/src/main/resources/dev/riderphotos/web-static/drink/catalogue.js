// The catalogue of drinks, as the API tells of it.

/** What the API does not do, with a sentence for whoever asked, and a code for this page. */
export class Refused extends Error {
  constructor(sentence, code) {
    super(sentence);
    this.code = code;
  }
}

/** What answers is not the API. */
export class NoApi extends Error {}

export class Catalogue {
  #api;

  /** Where the API is: such as https://api.example.com */
  constructor(api) {
    this.#api = api;
  }

  /** {bars, next?} */
  bars({ prefix = "", after = "", limit = 24 } = {}) {
    return this.#get("/v1/bars", { prefix, after, limit });
  }

  /** {barName, drinks, next?} */
  drinks(bar, { prefix = "", after = "", limit = 24 } = {}) {
    return this.#get(`/v1/bars/${encodeURIComponent(bar)}/drinks`, { prefix, after, limit });
  }

  /** The drink of exactly these names; null if there is none. */
  find(bar, drink) {
    return this.#get("/v1/drink-photos", { bar, drink }, { absent: null });
  }

  /** A permission to put the picture into the store: {url, headers}. */
  async ticket(barName, drinkName, picture, contentType) {
    const { size } = picture;
    return told(await this.#post("/v1/drink-photos/uploads", { barName, drinkName, contentType, size }));
  }

  /** The drink as the catalogue has it, once its uploaded picture was looked at. */
  async arrived(key) {
    return told(await this.#post("/v1/drink-photos/arrivals", { key }));
  }

  /** Whether who looks at this page may add pictures. */
  async open() {
    const { status } = await this.#post("/v1/drink-photos/arrivals", {});
    return status !== 401 && status !== 403;
  }

  /** Whether the API is there, though it does not let this page read what it says. */
  async there() {
    try {
      await fetch(this.#api, { mode: "no-cors" });
      return true;
    } catch {
      return false;
    }
  }

  #post(path, body) {
    return fetch(new URL(path, this.#api), { method: "POST", body: JSON.stringify(body) });
  }

  async #get(path, query, { absent } = {}) {
    const url = new URL(path, this.#api);
    url.search = new URLSearchParams(query);
    const answer = await fetch(url);
    return answer.status === 404 && absent !== undefined ? absent : told(answer);
  }
}

/** What an answer says, if it is a good one. */
async function told(answer) {
  const body = await answer.json().catch(() => null);
  if (body === null || (!answer.ok && !body.detail)) {
    throw new NoApi();
  }
  if (!answer.ok) {
    throw new Refused(body.detail, body.code);
  }
  return body;
}
