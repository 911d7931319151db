// The screen of the camera: what makes a good photo, then what the camera sees. It lies over the
// page; Escape and Back lead back.

import { Camera } from "./camera.js";

const SECONDS = 5;

const byId = (id) => document.getElementById(id);

export class CameraScreen {
  #screen = byId("camera");
  #camera = new Camera(this.#screen.querySelector("video"), byId("hint"));
  #taken;
  #refused;
  #counting;

  /**
   * @param taken hears of each photo, a JPEG, when the screen is closed
   * @param refused hears that there is no camera to be had
   */
  constructor(taken, refused) {
    this.#taken = taken;
    this.#refused = refused;
    byId("start").onclick = () => this.#start();
    byId("take").onclick = () => this.#take();
    byId("timer").onclick = () => (this.#counting ? this.#stopCounting() : this.#count(SECONDS));
    byId("swap").onclick = () => this.#show(() => this.#camera.swap());
    for (const button of this.#screen.querySelectorAll(".close")) {
      button.onclick = () => this.close();
    }
    this.#screen.onclose = () => this.#closed();
    addEventListener("popstate", () => this.close());
  }

  open() {
    this.#part("tips");
    this.#screen.showModal();
    byId("start").focus({ preventScroll: true });
    history.scrollRestoration = "manual"; // the photo that was taken is to stay in sight
    history.pushState({ camera: true }, ""); // so that Back has something to leave
  }

  close() {
    if (this.#screen.open) {
      this.#screen.close();
    }
  }

  #closed() {
    this.#stopCounting();
    this.#camera.close();
    if (history.state?.camera) {
      history.back();
    }
  }

  async #start() {
    this.#part("shoot");
    byId("take").focus({ preventScroll: true });
    await this.#show(() => this.#camera.open());
    const cameras = this.#screen.open ? await this.#camera.cameras() : [];
    byId("swap").hidden = cameras.length < 2;
  }

  async #show(opened) {
    this.#stopCounting();
    byId("take").disabled = true;
    try {
      byId("take").disabled = !(await opened());
      byId("take").focus({ preventScroll: true });
    } catch {
      this.close();
      this.#refused();
    }
  }

  async #take() {
    this.#stopCounting();
    const photo = await this.#camera.take();
    this.close();
    this.#taken(photo);
  }

  #count(left) {
    if (byId("take").disabled) {
      return;
    }
    byId("timer").setAttribute("aria-pressed", "true");
    byId("count").textContent = left;
    this.#counting = setTimeout(() => (left > 1 ? this.#count(left - 1) : this.#take()), 1000);
  }

  #stopCounting() {
    clearTimeout(this.#counting);
    this.#counting = null;
    byId("timer").setAttribute("aria-pressed", "false");
    byId("count").textContent = "";
  }

  #part(shown) {
    for (const id of ["tips", "shoot"]) {
      byId(id).hidden = id !== shown;
    }
  }
}
