// Looks at a picture before it is sent. What it says is advice: the server alone decides.

/** Small enough to be looked at many times a second on any phone. */
const WIDTH = 96;
const HEIGHT = 128;

/** Of 255: the level of the lightest tenth, for clothes may be dark; and of the middle. */
const DARK = 80;
const BRIGHT = 220;

/** Mean change from frame to frame. */
const MOVING = 9;

/** Mean strength of edges, on a scale where most photos have 4 to 15. */
const BLURRED = 1.1;

/** Shares of the oval that have the colour of skin, as all people's skin has it. */
const FACE = 0.22;
const NEAR = 0.4;
const FULL = 0.7;

/** Pixels between the eyes, as the server asks for. */
export const EYES = 70;

/** What lies between the eyes, as a share of the face's width. */
const BETWEEN = 0.42;

const detector = "FaceDetector" in window ? new window.FaceDetector({ maxDetectedFaces: 3 }) : null;
const canvas = document.createElement("canvas");
canvas.width = WIDTH;
canvas.height = HEIGHT;
const pen = canvas.getContext("2d", { willReadFrequently: true });

/** Where the oval is, in fractions of the picture. */
const OVAL = { x: 0.5, y: 0.48, width: 0.65, height: 0.67 };

/** How far from the oval's middle a face may be, and how wide: shares of the picture. */
const ASIDE = 0.13;
const WIDE = 0.8;

/** A wall of the colour of skin: nothing is known of where a face is. */
const WALL = 0.3;

/** What is to be said of one frame of live video, given the frame before: never that it is good. */
export async function lookAtFrame(source, before) {
  const pixels = look(source);
  const hint =
    lightOf(pixels) ?? (await faceIn(pixels, source)) ?? (before && moving(pixels, before) ? "still" : "ready");
  return { hint, pixels };
}

/** What is to be said of a photo: the oval is nothing to hold it against. */
export async function lookAtPhoto(source) {
  const pixels = look(source);
  const faces = await detected();
  if (faces?.length === 0) {
    return "face";
  }
  if (faces?.length > 1) {
    return "one";
  }
  const eyes = apart(faces, skin(pixels), source);
  if (eyes && eyes < EYES) {
    return "closer";
  }
  return lightOf(pixels) ?? (edges(pixels) < BLURRED ? "blurred" : "good");
}

/** About how many pixels of the source lie between the eyes; null if no face is seen. */
export async function eyesIn(source) {
  const pixels = look(source);
  return apart(await detected(), skin(pixels), source);
}

/** The middle of the source, cut as the viewfinder shows it. */
function look(source) {
  const { x, y, width, height } = middle(source);
  pen.drawImage(source, x, y, width, height, 0, 0, WIDTH, HEIGHT);
  return pen.getImageData(0, 0, WIDTH, HEIGHT).data;
}

/** The largest part of three by four around the middle. */
export function middle(source) {
  const full = {
    width: source.videoWidth ?? source.naturalWidth ?? source.width,
    height: source.videoHeight ?? source.naturalHeight ?? source.height,
  };
  const width = Math.min(full.width, (full.height * WIDTH) / HEIGHT);
  const height = Math.min(full.height, (full.width * HEIGHT) / WIDTH);
  return { x: (full.width - width) / 2, y: (full.height - height) / 2, width, height };
}

function lightOf(pixels) {
  const levels = Array.from(oval(), (at) => level(pixels, at)).sort((one, other) => one - other);
  if (levels[Math.floor(levels.length * 0.9)] < DARK) {
    return "dark";
  }
  return levels[Math.floor(levels.length / 2)] > BRIGHT ? "bright" : null;
}

async function faceIn(pixels, source) {
  const faces = await detected();
  if (faces?.length > 1) {
    return "one";
  }
  const share = skin(pixels);
  const eyes = apart(faces, share, source);
  if (eyes === null) {
    return "face";
  }
  const face = faces?.[0]?.boundingBox;
  const far = face ? face.width < 0.3 * WIDTH : share < NEAR;
  if (far || (eyes < EYES && reaches(source))) {
    return "closer";
  }
  return face ? placeOf(face) : placeOfSkin(pixels);
}

function placeOf({ x, y, width, height }) {
  if (width > WIDE * WIDTH) {
    return "back";
  }
  const aside = Math.abs((x + width / 2) / WIDTH - OVAL.x);
  const above = Math.abs((y + height / 2) / HEIGHT - OVAL.y);
  return Math.max(aside, above) > ASIDE ? "centre" : null;
}

/** Skin beside the oval tells where the face is, unless the wall looks like it. */
function placeOfSkin(pixels) {
  const [left, right] = [beside(pixels, 0), beside(pixels, 0.9)];
  if (skinIn(pixels, 0, 0, 1, 0.06) > WALL) {
    return null;
  }
  if (Math.min(left, right) > WIDE) {
    return "back";
  }
  return Math.abs(left - right) > 0.5 ? "centre" : null;
}

/** The share of skin in a strip at the height of the eyes. */
function beside(pixels, x) {
  return skinIn(pixels, x, 0.35, x + 0.1, 0.55);
}

function skinIn(pixels, fromX, fromY, toX, toY) {
  let seen = 0;
  let count = 0;
  for (let y = Math.floor(fromY * HEIGHT); y < toY * HEIGHT; y++) {
    for (let x = Math.floor(fromX * WIDTH); x < toX * WIDTH; x++) {
      seen += looksLikeSkin(pixels, 4 * (y * WIDTH + x)) ? 1 : 0;
      count++;
    }
  }
  return seen / count;
}

/** Whether a face that fills the oval has the pixels that are wanted; some cameras have none. */
function reaches(source) {
  return filling(source) >= EYES;
}

/** Pixels between the eyes of a face that fills the oval. */
function filling(source) {
  return BETWEEN * OVAL.width * middle(source).width;
}

/** Pixels of the source between the eyes of the smallest face, or as the oval's skin lets guess. */
function apart(faces, share, source) {
  if (faces?.length > 0) {
    const scale = middle(source).width / WIDTH;
    return scale * Math.min(...faces.map(({ boundingBox }) => BETWEEN * boundingBox.width));
  }
  return share < FACE ? null : filling(source) * Math.sqrt(Math.min(1, share / FULL));
}

/** The share of the oval that looks like skin. */
function skin(pixels) {
  let seen = 0;
  let count = 0;
  for (const at of oval()) {
    seen += looksLikeSkin(pixels, at) ? 1 : 0;
    count++;
  }
  return seen / count;
}

/** Faces that the browser itself finds; null where it cannot. */
async function detected() {
  try {
    return detector ? await detector.detect(canvas) : null;
  } catch {
    return null;
  }
}

function moving(pixels, before) {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    sum += Math.abs(level(pixels, at) - level(before, at));
  }
  return sum / (WIDTH * HEIGHT) > MOVING;
}

function edges(pixels) {
  let sum = 0;
  let count = 0;
  for (const at of oval()) {
    const around = level(pixels, at - 4) + level(pixels, at + 4);
    sum += Math.abs(2 * level(pixels, at) - around);
    count++;
  }
  return sum / count;
}

/** In terms of colour alone, skin of all tones is much alike. */
function looksLikeSkin(pixels, at) {
  const [red, green, blue] = pixels.subarray(at, at + 3);
  const cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue;
  const cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue;
  return cb > 77 && cb < 127 && cr > 133 && cr < 176;
}

function level(pixels, at) {
  return 0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2];
}

/** Offsets of the pixels within the oval. */
function* oval() {
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const dx = (x / WIDTH - OVAL.x) / (OVAL.width / 2);
      const dy = (y / HEIGHT - OVAL.y) / (OVAL.height / 2);
      if (dx * dx + dy * dy < 1) {
        yield 4 * (y * WIDTH + x);
      }
    }
  }
}
