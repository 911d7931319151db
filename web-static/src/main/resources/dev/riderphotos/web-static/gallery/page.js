// The page of the faces: searches with a photo that is chosen, dropped or pasted, and makes changes
// without leaving what is in sight. All that is shown, the server wrote: its answers are pages, of
// which the parts that changed take the place of ours.

import { acceptDropsAndPastes } from "../shared/drops.js";
import { refusal } from "../shared/photo-file.js";
import { text } from "../shared/texts.js";
import { ConnectionLost, upload } from "../shared/upload.js";
import { drawCrops } from "./crops.js";

const byId = (id) => document.getElementById(id);
const form = byId("search");
const file = byId("photo");
const bar = byId("progress").querySelector("progress");

/** What was searched with last. It goes out as it is: whoever is told apart, is so on this file. */
let photo = null;
let shownAt = null;

function enhance() {
  file.hidden = true;
  form.querySelector("[type=submit]").hidden = true;
  byId("open-file").hidden = false;
  byId("open-file").onclick = browse;
  byId("drop-help").hidden = false;
  file.onchange = () => file.files.length > 0 && choose(file.files[0]);
  acceptDropsAndPastes(form, choose);
  document.querySelector("main").addEventListener("submit", submit);
}

function browse() {
  file.value = ""; // or choosing the same file again would be no change
  file.click();
}

// Searching

async function choose(chosen) {
  const reason = await refusal(chosen);
  refuse(reason && text(reason));
  if (!reason) {
    photo = chosen;
    await busily(async () => {
      const { page } = await search();
      adopt(page, ["receipt", "result", "gallery"]);
      await showPhoto();
      byId("result").querySelector("h2")?.focus();
    });
  }
}

function search() {
  const body = new FormData(form);
  body.set("photo", photo, photo.name || "photo.jpg");
  body.set("shown", "true");
  return send(form.action, body);
}

async function showPhoto() {
  const marked = byId("result").querySelector(".marked");
  if (marked) {
    URL.revokeObjectURL(shownAt);
    shownAt = URL.createObjectURL(photo);
    const image = marked.querySelector("img");
    image.src = shownAt;
    marked.hidden = false;
    byId("result").querySelector(".unshown")?.remove();
    try {
      await image.decode();
      drawCrops(image, byId("result"));
    } catch {
      // What the browser cannot open, the server did.
    }
  }
}

// Changing

function submit(event) {
  const { then } = event.target.dataset;
  if (then) {
    event.preventDefault();
    busily(() => change(event.target, then));
  }
}

/** Changes a face, and shows again what the change is about: the gallery, or who is on the photo. */
async function change(order, then) {
  const { status, page } = await send(order.action, new URLSearchParams(new FormData(order)));
  adopt(page, ["receipt"]);
  if (status < 400 && then === "gallery") {
    adopt(page, ["gallery"]);
  } else if (status < 400 && photo) {
    adopt((await search()).page, ["result"]);
    await showPhoto();
  }
  const receipt = byId("receipt");
  (receipt.querySelector("button") ?? receipt.querySelector("[tabindex]"))?.focus();
}

// Talking to the server

async function send(url, body) {
  const onProgress = (part) => (part < 1 ? (bar.value = part) : bar.removeAttribute("value"));
  const { status, text: written } = await upload("POST", url, { body, onProgress });
  const page = new DOMParser().parseFromString(written, "text/html");
  if (page.querySelector("[action='/sign-in']")) {
    location.reload(); // leads to the sign-in, and back
  }
  if (!page.getElementById("result")) {
    throw new Error("This is another page.");
  }
  return { status, page };
}

function adopt(page, parts) {
  for (const part of parts) {
    byId(part).replaceChildren(...page.getElementById(part).childNodes);
  }
}

/** One thing at a time, and in sight while it takes. */
async function busily(work) {
  if (form.ariaBusy === "true") {
    return;
  }
  busy(true);
  try {
    refuse(null);
    await work();
  } catch (problem) {
    refuse(text(problem instanceof ConnectionLost ? "lost" : "broken"));
  } finally {
    busy(false);
  }
}

function busy(now) {
  form.ariaBusy = String(now);
  byId("progress").hidden = !now;
  byId("open-file").disabled = now;
}

function refuse(sentence) {
  byId("refused").textContent = sentence ?? "";
  byId("refused").hidden = !sentence;
}

enhance();
