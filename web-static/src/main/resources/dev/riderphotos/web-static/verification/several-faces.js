// A photo with several faces: whoever it is of taps their own, and that alone is cut out.

/** What is kept around a face, as a share of its longer side: hair, chin and some wall. */
const MARGIN = 0.6;

/** The verdict's buttons, each over its face, if the photo is there; cut is given a JPEG of the chosen one. */
export function layOver(verdict, cut) {
  const buttons = [...verdict.querySelectorAll("button.face")];
  const photo = verdict.querySelector(".marked img");
  if (!photo.src) {
    return;
  }
  const boxes = buttons.map(({ dataset }) => boxOf(dataset.box));
  buttons.forEach((button, at) => {
    place(button, boxes[at]);
    button.onclick = async () => {
      await photo.decode();
      cut(await cutOut(photo, around(boxes[at], boxes.filter((_, other) => other !== at), photo)));
    };
    button.hidden = false;
  });
  verdict.querySelector(".choose").hidden = false;
}

/** In fractions of the picture, as the server writes it. */
function boxOf(written) {
  const [left, top, width, height] = written.split(" ").map(Number);
  return { left, top, right: left + width, bottom: top + height };
}

function place(button, { left, top, right, bottom }) {
  const percent = (share) => `${100 * Math.min(1, Math.max(0, share))}%`;
  button.style.left = percent(left);
  button.style.top = percent(top);
  button.style.right = percent(1 - right);
  button.style.bottom = percent(1 - bottom);
}

/** The face with its margin, in pixels, without any part of the others' boxes that can be left out. */
function around(face, others, { naturalWidth, naturalHeight }) {
  const wide = (face.right - face.left) * naturalWidth;
  const high = (face.bottom - face.top) * naturalHeight;
  const margin = MARGIN * Math.max(wide, high);
  const cut = {
    left: Math.max(0, face.left - margin / naturalWidth),
    top: Math.max(0, face.top - margin / naturalHeight),
    right: Math.min(1, face.right + margin / naturalWidth),
    bottom: Math.min(1, face.bottom + margin / naturalHeight),
  };
  for (const other of others) {
    leaveOut(other, face, cut);
  }
  const left = Math.ceil(cut.left * naturalWidth);
  const top = Math.ceil(cut.top * naturalHeight);
  return {
    left,
    top,
    width: Math.floor(cut.right * naturalWidth) - left,
    height: Math.floor(cut.bottom * naturalHeight) - top,
  };
}

/** On the side where the two faces are farthest apart; where they overlap, between them. */
function leaveOut(other, face, cut) {
  if (other.right <= cut.left || other.left >= cut.right || other.bottom <= cut.top || other.top >= cut.bottom) {
    return;
  }
  const sides = [
    { apart: face.left - other.right, trim: (gap) => (cut.left = Math.max(cut.left, face.left - gap)) },
    { apart: other.left - face.right, trim: (gap) => (cut.right = Math.min(cut.right, face.right + gap)) },
    { apart: face.top - other.bottom, trim: (gap) => (cut.top = Math.max(cut.top, face.top - gap)) },
    { apart: other.top - face.bottom, trim: (gap) => (cut.bottom = Math.min(cut.bottom, face.bottom + gap)) },
  ];
  const { apart, trim } = sides.reduce((one, side) => (side.apart > one.apart ? side : one));
  trim(apart > 0 ? apart : apart / 2);
}

function cutOut(photo, { left, top, width, height }) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d").drawImage(photo, left, top, width, height, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
}
