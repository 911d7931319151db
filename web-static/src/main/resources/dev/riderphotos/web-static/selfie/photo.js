// What a rider chose: whether it can be sent at all, and made smaller where that loses nothing.

const MAX_BYTES = 15 * 1024 * 1024;

/** Faces are found and told apart as well at this size as at any larger one. */
const MAX_SIDE = 2048;

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"];

/** The file's kind by its first bytes, whatever it is called: JPEG, PNG, HEIC or null. */
async function kindOf(file) {
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

/** Upright and at most 2048 pixels on a side; as it is if it is that small, or cannot be opened. */
export async function prepared(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const scale = MAX_SIDE / Math.max(picture.width, picture.height);
  return scale < 1 ? ((await scaled(picture, scale)) ?? file) : file;
}

function scaled(picture, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "white"; // behind what is transparent
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
}
