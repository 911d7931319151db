// What a guest chose: whether it can be sent at all.

const MAX_BYTES = 15 * 1024 * 1024;

/** By its first bytes, whatever it is called: image/jpeg, image/png or null. */
export async function typeOf(file) {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
    return "image/jpeg";
  }
  return String.fromCharCode(...head) === "\x89PNG\r\n\x1a\n" ? "image/png" : null;
}

/** The key of the sentence that says why this cannot be sent; null if it can. */
export async function refusal(file) {
  if (file.size > MAX_BYTES) {
    return "file.large";
  }
  return (await typeOf(file)) === null ? "file.unknown" : null;
}
