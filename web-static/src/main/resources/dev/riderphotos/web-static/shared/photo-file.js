// A file that somebody chose: what it is, and whether it can be sent at all.

/** The server takes so many. */
export const MAX_BYTES = 15 * 1024 * 1024;

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"];

/** The file's kind by its first bytes, whatever it is called: JPEG, PNG, HEIC or null. */
export async function kindOf(file) {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const letters = (from, to) => String.fromCharCode(...head.subarray(from, to));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
    return "JPEG";
  }
  if (letters(0, 8) === "\x89PNG\r\n\x1a\n") {
    return "PNG";
  }
  return letters(4, 8) === "ftyp" && HEIC_BRANDS.includes(letters(8, 12)) ? "HEIC" : null;
}

/** The key of the sentence that says why this cannot be sent; null if it can. */
export async function refusal(file) {
  if (file.size > MAX_BYTES) {
    return "file.large";
  }
  switch (await kindOf(file)) {
    case "HEIC":
      return "file.heic";
    case null:
      return "file.unknown";
    default:
      return null;
  }
}
