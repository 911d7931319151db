// What the rider does elsewhere: on a phone that took this page's code, or in another tab.

/** The code is good for five minutes. */
const RENEW_EVERY = 240_000;

/**
 * Calls back when how things stand with the rider has changed; it is given the last execution, and
 * whether people have decided something.
 */
export function followRider(rider, changed) {
  const stream = new EventSource(`/v1/riders/${encodeURIComponent(rider)}/events`);
  let known = null;
  let decided;
  stream.onmessage = ({ data }) => {
    const { verifiedAt, execution, decidedAt } = JSON.parse(data);
    const now = `${verifiedAt} ${execution?.executionId} ${execution?.status} ${decidedAt}`;
    if (known !== null && now !== known) {
      changed(execution, decidedAt !== decided);
    }
    known = now;
    decided = decidedAt;
  };
}

/** Another code before the last one has run out, while somebody may see it. */
export function renewCode(image) {
  const renew = () => {
    if (!document.hidden) {
      image.src = `/link/qr?${Date.now()}`;
    }
  };
  setInterval(renew, RENEW_EVERY);
  document.addEventListener("visibilitychange", renew);
}
