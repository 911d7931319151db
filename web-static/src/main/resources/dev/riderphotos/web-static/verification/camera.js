// The camera: live video with guidance, and a photo of what it shows.

import { text } from "../shared/texts.js";
import { lookAtFrame, middle } from "./guidance.js";

const LOOK_EVERY = 250;

const WANTED = { video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 960 } } };

/** Whether there may be a camera that this page can use: only on https, and on localhost. */
export const available = Boolean(navigator.mediaDevices?.getUserMedia);

export class Camera {
  #video;
  #hint;
  #stream = null;
  #timer;

  constructor(video, hint) {
    this.#video = video;
    this.#hint = hint;
  }

  /** Rejects if the camera is refused or missing. */
  async open() {
    this.#stream = await navigator.mediaDevices.getUserMedia(WANTED);
    this.#video.srcObject = this.#stream;
    await this.#video.play();
    this.#guide(null, null);
  }

  close() {
    clearTimeout(this.#timer);
    for (const track of this.#stream?.getTracks() ?? []) {
      track.stop();
    }
    this.#stream = null;
    this.#video.srcObject = null;
    this.#hint.textContent = "";
  }

  /** What the viewfinder shows, not mirrored, as a JPEG. */
  take() {
    const { x, y, width, height } = middle(this.#video);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(this.#video, x, y, width, height, 0, 0, width, height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
  }

  /** A hint is shown once two looks in a row agree, or it would flicker. */
  async #guide(before, lastHint) {
    const { hint, pixels } = await lookAtFrame(this.#video, before);
    if (!this.#stream) {
      return;
    }
    if (hint === lastHint && this.#hint.dataset.hint !== hint) {
      this.#hint.dataset.hint = hint;
      this.#hint.textContent = text(`guide.${hint}`);
    }
    this.#timer = setTimeout(() => this.#guide(pixels, hint), LOOK_EVERY);
  }
}
