// The searched faces, cut out of the photo that only this page has, to be seen beside their matches.

/** Draws every canvas with a box (left, top, width and height in fractions of the image). */
export function drawCrops(image, within) {
  for (const canvas of within.querySelectorAll("canvas[data-box]")) {
    const [left, top, width, height] = canvas.dataset.box.split(" ").map(Number);
    draw(image, canvas, {
      x: left * image.naturalWidth,
      y: top * image.naturalHeight,
      width: width * image.naturalWidth,
      height: height * image.naturalHeight,
    });
    canvas.hidden = false;
  }
}

/** The middle of the box fills the canvas, as object-fit: cover does it. */
function draw(image, canvas, box) {
  const side = Math.min(box.width, box.height);
  const x = box.x + (box.width - side) / 2;
  const y = box.y + (box.height - side) / 2;
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(image, x, y, side, side, 0, 0, canvas.width, canvas.height);
}
