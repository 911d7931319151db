// Sends something and tells how far it got: what fetch() cannot.

/** A connection over which nothing moves for so long is lost. */
const PATIENCE = 30_000;

/** The connection was lost. What was sent may have arrived all the same. */
export class ConnectionLost extends Error {}

/**
 * Resolves to {status, body, text} whatever the status; body is the text parsed if it is JSON, else
 * null.
 * onProgress hears fractions of what is to be sent, from 0 to 1.
 */
export function upload(method, url, { headers = {}, body, onProgress = () => {} }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => {
      clearTimeout(watch);
      reject(new ConnectionLost());
    };
    let watch;
    const alive = () => {
      clearTimeout(watch);
      watch = setTimeout(() => request.abort(), PATIENCE);
    };

    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      alive();
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    };
    request.upload.onload = () => {
      alive();
      onProgress(1);
    };
    request.onerror = lost;
    request.onabort = lost;
    request.onload = () => {
      clearTimeout(watch);
      resolve({ status: request.status, body: parsed(request), text: request.responseText });
    };
    alive();
    request.send(body);
  });
}

function parsed(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}
