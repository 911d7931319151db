// A photo that could not be sent yet. The browser keeps it, so that a reload or a closed page loses
// nothing: one photo, under whoever is to send it, the rider and their link, and for an hour at most.

const AN_HOUR = 3_600_000;
const STORE = "waiting";

/** Whose page this is: the server's word for the rider's link, or for who else is signed in. */
const sender = document.querySelector("main").dataset.sender;

/** What was begun first is done first. */
let last = Promise.resolve();

/** Keeps it, in place of any other. Where nothing can be kept, it is in this page alone. */
export async function keep(rider, photo) {
  await inStore("readwrite", (store) => store.put({ sender, rider, at: Date.now(), photo }, 1)).catch(() => {});
}

/** {rider, photo} that waits for this sender; null if there is none. What is another's or too old goes. */
export async function waiting() {
  const kept = await inStore("readonly", (store) => store.get(1)).catch(() => null);
  if (kept && (kept.sender !== sender || Date.now() - kept.at > AN_HOUR)) {
    await forget();
    return null;
  }
  return kept ?? null;
}

export async function forget() {
  await inStore("readwrite", (store) => store.clear()).catch(() => {});
}

/** Resolves to what the work came to, when it is on the disk. */
function inStore(mode, work) {
  const done = last.then(() => worked(mode, work));
  last = done.catch(() => {});
  return done;
}

async function worked(mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("rider-photos", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
