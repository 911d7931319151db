// What a rider chose: whether it can be sent at all, and made smaller where that loses nothing.

import { EYES, eyesIn } from "./guidance.js";

export { refusal } from "../shared/photo-file.js";

/** A face that fills the picture is found and told apart as well at this size as at any larger one. */
const MAX_SIDE = 2048;

/** Of one that does not, so many pixels are kept between the eyes: their place is only guessed. */
const KEPT = 2 * EYES;

/** The server takes so many pixels, and every browser draws so many. */
const TAKEN = 25_000_000;
const DRAWN = 16_000_000;

/** Upright and no larger than is of use; as it is if it is that small, or cannot be opened. */
export async function prepared(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const scale = await useful(picture);
  return scale < 1 ? ((await scaled(picture, scale)) ?? file) : file;
}

/** The picture's size that is to be sent, as a share of what it has. */
async function useful(picture) {
  const pixels = picture.width * picture.height;
  const most = pixels > TAKEN ? Math.sqrt(DRAWN / pixels) : 1;
  const least = MAX_SIDE / Math.max(picture.width, picture.height);
  if (least >= most) {
    return least;
  }
  const eyes = await eyesIn(picture);
  return Math.min(most, eyes === null ? most : Math.max(least, KEPT / eyes));
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
