// The camera: live video with guidance, and a photo of what it shows.

import { text } from "../shared/texts.js";
import { lookAtFrame, middle } from "./guidance.js";

const LOOK_EVERY = 250;

const SIZE = { width: { ideal: 1280 }, height: { ideal: 960 } };

export class Camera {
  #video;
  #hint;
  #stream = null;
  #timer;

  /** Counts openings: what an earlier one brings late is not shown. */
  #opening = 0;

  constructor(video, hint) {
    this.#video = video;
    this.#hint = hint;
  }

  /** Rejects if the camera is refused or missing; resolves to false if it was closed meanwhile. */
  async open(which = { facingMode: "user" }) {
    this.close();
    const opening = this.#opening;
    this.#say("asks", text("camera.asks"));
    const stream = await navigator.mediaDevices.getUserMedia({ video: { ...SIZE, ...which } });
    if (opening !== this.#opening) {
      stop(stream);
      return false;
    }
    this.#stream = stream;
    this.#video.classList.toggle("mirrored", this.#facing() !== "environment");
    this.#video.srcObject = stream;
    await this.#video.play();
    this.#guide(null, null);
    return opening === this.#opening;
  }

  close() {
    this.#opening++;
    clearTimeout(this.#timer);
    stop(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
    this.#say("", "");
  }

  /** The next of several cameras; of one, itself. */
  async swap() {
    const cameras = await this.cameras();
    const used = this.#stream?.getVideoTracks()[0].getSettings().deviceId;
    const at = cameras.findIndex(({ deviceId }) => deviceId === used);
    const { deviceId } = cameras[(at + 1) % cameras.length];
    return this.open({ deviceId: { exact: deviceId } });
  }

  async cameras() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind }) => kind === "videoinput");
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
    const stream = this.#stream;
    const { hint, pixels } = await lookAtFrame(this.#video, before);
    if (!stream || stream !== this.#stream) {
      return;
    }
    if (hint === lastHint && this.#hint.dataset.hint !== hint) {
      this.#say(hint, text(`guide.${hint}`));
    }
    this.#timer = setTimeout(() => this.#guide(pixels, hint), LOOK_EVERY);
  }

  #facing() {
    return this.#stream.getVideoTracks()[0].getSettings().facingMode;
  }

  #say(hint, sentence) {
    this.#hint.dataset.hint = hint;
    this.#hint.textContent = sentence;
  }
}

function stop(stream) {
  for (const track of stream?.getTracks() ?? []) {
    track.stop();
  }
}
