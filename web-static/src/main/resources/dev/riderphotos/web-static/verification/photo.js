// What a rider chose: whether it can be sent at all, and made smaller where that loses nothing.

export { refusal } from "../shared/photo-file.js";

/** Faces are found and told apart as well at this size as at any larger one. */
const MAX_SIDE = 2048;

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
