// The catalogue of drinks, as the API tells of it.

/** What the API does not do, with a sentence for whoever asked. */
export class Refused extends Error {}

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
    const answer = await fetch(new URL("/v1/drink-photos/uploads", this.#api), {
      method: "POST",
      body: JSON.stringify({ barName, drinkName, contentType, size: picture.size }),
    });
    return told(answer);
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
  const body = await answer.json();
  if (!answer.ok) {
    throw new Refused(body.detail);
  }
  return body;
}
