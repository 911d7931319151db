// What a rider chose: whether it can be sent at all, and made smaller where that loses nothing.

import { MAX_BYTES, kindOf } from "../shared/photo-file.js";
import { EYES, eyesIn } from "./guidance.js";

/** A face that fills the picture is found and told apart as well at this size as at any larger one. */
const MAX_SIDE = 2048;

/** Of one that does not, so many pixels are kept between the eyes: their place is only guessed. */
const KEPT = 2 * EYES;

/** The server takes so many pixels, and every browser draws so many. */
const TAKEN = 25_000_000;
const DRAWN = 16_000_000;

/**
 * {blob} as it can be sent: upright and no larger than is of use, or as it is if it is that small or
 * cannot be opened here; or {reason}: the key of the sentence that says why it cannot be.
 */
export async function prepared(file) {
  const kind = await kindOf(file);
  if (kind === null) {
    return { reason: "file.unknown" };
  }
  const drawn = await redrawn(file, kind === "HEIC" || file.size > MAX_BYTES);
  if (kind === "HEIC" && drawn === null) {
    return { reason: "file.heic" };
  }
  const blob = drawn ?? file;
  return blob.size > MAX_BYTES ? { reason: "file.large" } : { blob };
}

/** A JPEG of it that is no larger than is of use; null if there is none, or no need of one. */
async function redrawn(file, needed) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  const scale = Math.min(1, await useful(picture));
  return scale < 1 || needed ? scaled(picture, scale) : null;
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
