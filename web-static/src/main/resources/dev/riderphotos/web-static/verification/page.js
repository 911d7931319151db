// The selfie page: from choosing a photo to the verdict. Without this script the form works, too.

import { ConnectionLost, upload } from "../shared/upload.js";
import { acceptDropsAndPastes } from "../shared/drops.js";
import { follow } from "../shared/execution.js";
import { text } from "../shared/texts.js";
import { agreed, agreedTo, askAnew, askWithButton, insist, stillAgrees } from "./agreement.js";
import { lookAtPhoto } from "./guidance.js";
import { prepared } from "./photo.js";
import { forget, keep, waiting } from "./waiting-photo.js";

const byId = (id) => document.getElementById(id);
const form = byId("selfie");
const sheet = form?.closest("article");
const file = byId("photo");
const refused = byId("refused");
const preview = byId("preview")?.querySelector("img");
const progress = byId("progress");

/** Progress that flashes by would only irritate. */
const SHOWN_FOR = 700;

/** Who waits longer is told how long it usually takes. */
const PATIENCE = 5_000;

/** After a lost connection; then twice as long, and so on. */
const FIRST_PAUSE = 15_000;
const LONGEST_PAUSE = 120_000;

/** What will be sent. */
let photo = null;

/** The execution that this page has shown. */
let watched = null;

/** Its screen, from when it is opened first. */
let camera = null;

/** While a photo waits for the connection to come back. */
let nextTry = null;
let pause = FIRST_PAUSE;

/** When the progress came into sight. */
let began = 0;

// Choosing

/** There is no form for who is verified already. */
function enhance() {
  form.noValidate = true;
  file.hidden = true;
  byId("ways").hidden = false;
  byId("drop-help").hidden = false;
  // Without https a page has no camera, but a phone's own one may hand over a file.
  byId("open-camera").onclick = navigator.mediaDevices?.getUserMedia ? openCamera : () => browse(true);
  byId("open-file").onclick = () => browse(false);
  byId("retake").onclick = chooseAnother;
  byId("portrait")?.addEventListener("click", choosePortrait);
  file.onchange = () => file.files.length > 0 && choose(file.files[0]);
  form.onsubmit = submit;
  byId("verdict").onclick = leaveVerdict;
  byId("verdict").onkeydown = pressBySpace;
  askWithButton(() => byId("open-camera").focus());
  acceptDropsAndPastes(byId("photo-field"), chooseArrived);
  addEventListener("online", () => nextTry && send());
  document.querySelector(".sign-out")?.addEventListener("submit", forget);
  offerFaces();
  const running = byId("verdict").querySelector('[data-status="RUNNING"]');
  if (running) {
    goOn(running.dataset.execution);
  }
}

/** A photo that waited while this page was closed; another rider's is forgotten. */
async function sendWaiting() {
  const left = await waiting();
  const rider = byId("rider");
  if (!left || !form) {
    return;
  }
  const another = rider.type === "hidden" && rider.value !== left.rider;
  if (another || byId("verdict").querySelector('[data-status="RUNNING"]')) {
    await forget();
  } else if (!photo) {
    rider.value = left.rider;
    take(left.photo.blob, left.photo.name);
    photo = left.photo;
    show("preview");
    if (stillAgrees(photo.agreedTo)) {
      await send();
    } else {
      insist();
    }
  }
}

/** Riders may go on elsewhere: this page follows, unless something is being done in it. */
async function followElsewhere() {
  const { rider } = document.querySelector("main").dataset;
  if (!rider) {
    return;
  }
  const { followRider, renewCode } = await import("./elsewhere.js");
  const code = document.querySelector(".phone img");
  if (code) {
    renewCode(code);
  }
  followRider(rider, (execution, decided) => {
    const news = decided || execution?.executionId !== watched;
    if (news && !photo && progress.hidden && !byId("camera").open) {
      location.assign("/");
    }
  });
}

/** With what was being checked when this page was left. */
function goOn(id) {
  begin();
  byId("sent").value = byId("sent").max;
  watch(id);
}

function browse(withCamera) {
  if (withCamera) {
    file.setAttribute("capture", "user");
  } else {
    file.removeAttribute("capture");
  }
  file.value = ""; // or choosing the same file again would be no change
  file.click();
}

/** Unless there is something else to be seen than the form. */
function chooseArrived(chosen) {
  if (!sheet.hidden && !agreed()) {
    insist();
  } else if (!sheet.hidden) {
    camera?.close();
    choose(chosen);
  }
}

async function choose(chosen) {
  const { blob, reason } = await prepared(chosen);
  if (reason) {
    chooseAnother();
    refuse(reason);
    return;
  }
  refused.hidden = true;
  take(blob, chosen.name || "photo.jpg");
  byId("advice").textContent = "";
  show("preview");
  const seen = await decoded();
  byId("send").focus({ preventScroll: true });
  byId("preview").scrollIntoView({ block: "nearest" });
  if (seen) {
    await advise();
  }
}

/** What will be sent, and is shown. */
function take(blob, name) {
  waitNoLonger();
  photo = { blob, name, key: newKey() };
  URL.revokeObjectURL(preview.src);
  preview.src = URL.createObjectURL(blob);
}

/** Of several faces somebody taps one, which is sent alone. */
async function offerFaces() {
  const verdict = byId("verdict");
  if (verdict.querySelector("button.face")) {
    const { layOver } = await import("./several-faces.js"); // few need it
    layOver(verdict, (cut) => {
      take(cut, "face.jpg");
      send();
    });
  }
}

/** Before it is, the photo has no height. */
async function decoded() {
  try {
    await preview.decode();
    return true;
  } catch {
    return false; // what the browser cannot open, the server may
  }
}

async function advise() {
  try {
    const advice = await lookAtPhoto(preview);
    byId("advice").className = advice === "good" ? "" : "warn";
    byId("advice").textContent = text(`advice.${advice}`);
  } catch {
    // Without advice it can be sent as well.
  }
}

async function choosePortrait(event) {
  event.preventDefault();
  try {
    const answer = await fetch(event.currentTarget.href);
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    await choose(new File([await answer.blob()], "portrait.jpg"));
  } catch {
    refuse("file.portrait");
  }
}

function chooseAnother() {
  waitNoLonger();
  photo = null;
  show("choice");
  byId("open-camera").focus();
}

function refuse(reason) {
  refused.textContent = text(reason);
  refused.hidden = false;
}

/** Of the two ways the photo's field can look: choice, preview. */
function show(part) {
  for (const id of ["choice", "preview"]) {
    byId(id).hidden = id !== part;
  }
}

// The camera

async function openCamera() {
  refused.hidden = true;
  try {
    const { CameraScreen } = await import("./camera-screen.js"); // a first visit need not wait for it
    camera ??= new CameraScreen(choosePhoto, () => refuse("camera.refused"));
    camera.open();
  } catch {
    browse(true);
  }
}

async function choosePhoto(taken) {
  await choose(new File([taken], "camera.jpg"));
}

// Sending

function submit(event) {
  event.preventDefault();
  const rider = byId("rider");
  if (!rider.value.trim()) {
    rider.setAttribute("aria-invalid", "true");
    rider.focus();
    rider.reportValidity();
  } else if (!agreed()) {
    insist();
  } else if (!photo) {
    refuse("file.missing");
    byId("open-camera").focus();
  } else {
    rider.removeAttribute("aria-invalid");
    send();
  }
}

async function send() {
  begin();
  store();
  try {
    const { status, body } = await upload("POST", "/selfie", {
      headers: { "Idempotency-Key": photo.key },
      body: content(),
      onProgress: (fraction) => (byId("sent").value = 100 * fraction),
    });
    waitNoLonger();
    if (status === 202) {
      say(text("said.sent"));
      keepAddress(`/?execution=${encodeURIComponent(body.executionId)}`);
      await watch(body.executionId);
    } else {
      const anew = body?.code === "CONSENT_CHANGED";
      complain(
        status === 401 ? text("lost.session") : told(body),
        "again",
        anew ? () => location.reload() : send,
      );
    }
  } catch (fault) {
    if (!(fault instanceof ConnectionLost)) {
      throw fault;
    }
    complain(text("lost.upload"), "again", send);
    nextTry = setTimeout(send, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  }
}

/** For a page that is closed before the photo has arrived; never before its owner agreed. */
function store() {
  if (agreed()) {
    photo.agreedTo = agreedTo();
    keep(byId("rider").value, photo);
  }
}

function waitNoLonger() {
  stopTrying();
  pause = FIRST_PAUSE;
  forget();
}

function stopTrying() {
  clearTimeout(nextTry);
  nextTry = null;
}

/** As the API tells it in English, else as the page has it. */
function told(problem) {
  if (document.documentElement.lang === "en" && problem?.detail) {
    return problem.detail;
  }
  const key = `problem.${problem?.code}`;
  const sentence = text(key);
  return sentence === key ? text(problem ? "problem.other" : "lost.upload") : sentence;
}

function content() {
  const body = new FormData(form);
  body.set("photo", photo.blob, photo.name);
  return body;
}

/** The execution's id, by which a photo that is sent twice is one. */
function newKey() {
  const address = URL.createObjectURL(new Blob()); // ends with a UUID; randomUUID() is for HTTPS alone
  URL.revokeObjectURL(address);
  return address.slice(-36);
}

function begin() {
  stopTrying();
  byId("problem").hidden = true;
  byId("verdict").hidden = true;
  sheet.hidden = true;
  byId("sent").value = 0;
  byId("patience").textContent = "";
  for (const step of progress.querySelectorAll("[data-step]")) {
    delete step.dataset.state;
  }
  progress.hidden = false;
  entitle(text("progress"));
  began = performance.now();
}

/** Whoever reloads or comes back meets what the page is about. */
function keepAddress(address) {
  history.replaceState(null, "", address);
}

/** The page's heading and title say the same, and it is read. */
function entitle(sentence) {
  const heading = byId("heading");
  heading.textContent = sentence;
  document.title = text("document").replace("{0}", sentence);
  heading.focus();
}

// The verdict

async function watch(id) {
  watched = id;
  byId("problem").hidden = true;
  sheet.hidden = true;
  progress.hidden = false;
  const patience = setTimeout(() => explainWaiting(id), PATIENCE);
  try {
    await follow(id, showSteps);
    await showVerdict(id);
  } catch {
    complain(text("lost.check"), "lost.look", () => watch(id));
    sheet.hidden = true;
  } finally {
    clearTimeout(patience);
  }
}

/** With what the server says of an execution that still runs. */
async function explainWaiting(id) {
  try {
    const page = await pageOf(id);
    byId("patience").textContent = page.querySelector(".patience")?.textContent ?? "";
  } catch {
    // Whoever waits sees that it goes on.
  }
}

function showSteps(execution) {
  for (const step of execution.steps) {
    const line = progress.querySelector(`[data-step="${step.name}"]`);
    if (line && line.dataset.state !== step.status) {
      line.dataset.state = step.status;
      say(line.textContent);
    }
  }
}

/** The server writes it, in the page of the execution; the photo is only here. */
async function showVerdict(id) {
  const page = await pageOf(id);
  await new Promise((seen) => setTimeout(seen, began + SHOWN_FOR - performance.now()));
  const verdict = byId("verdict");
  verdict.replaceChildren(...page.getElementById("verdict").children);
  const marked = verdict.querySelector(".marked");
  if (marked && photo) {
    marked.querySelector("img").src = preview.src;
    marked.hidden = false;
  }
  if (photo) {
    photo.key = newKey(); // sent again, it is another try
  }
  offerFaces();
  progress.hidden = true;
  verdict.hidden = false;
  entitle(page.getElementById("heading").textContent);
}

async function pageOf(id) {
  const answer = await fetch(`/?photo=false&execution=${encodeURIComponent(id)}`);
  if (!answer.ok) {
    throw new Error(answer.statusText);
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Back to the form: a photo that was refused is not sent again. */
function leaveVerdict(event) {
  if (!event.target.closest(".again")) {
    return;
  }
  event.preventDefault();
  const verdict = byId("verdict");
  if (verdict.querySelector(".verified")) {
    byId("rider").value = "";
    askAnew();
  }
  sheet.hidden = false;
  verdict.hidden = true;
  keepAddress("/");
  entitle(text("title"));
  if (!verdict.querySelector(".failed")) {
    chooseAnother();
  }
  if (!agreed()) {
    byId("agree").focus();
  }
}

/** A link that is a button to the eye is one to the keyboard. */
function pressBySpace(event) {
  if (event.key === " " && event.target.matches("[role=button]")) {
    event.preventDefault();
    event.target.click();
  }
}

function complain(sentence, label, retry) {
  const problem = byId("problem");
  const button = problem.querySelector("button");
  problem.querySelector("p").textContent = sentence;
  problem.querySelector(".buttons").hidden = false;
  button.textContent = text(label);
  button.onclick = retry;
  progress.hidden = true;
  sheet.hidden = false;
  problem.hidden = false;
  entitle(text("title"));
  button.focus();
}

function say(sentence) {
  progress.querySelector("[role=status]").textContent = sentence;
}

if (form) {
  enhance();
}
sendWaiting();
followElsewhere();
