/** Waits between tries when the connection fails, in milliseconds. */
const WAITS = [1000, 3000, 8000];

export interface Sent {
  status: number;
  html: string;
}

/**
 * Sends a form with a file; `fetch` does not tell how far it is. What gets no answer is sent again under the same key, so
 * that it is done once (see `once.ts`).
 * @param progress from 0 to 1; 1 once all is sent
 * @returns null when no answer came
 */
export async function sendFile(
  address: string,
  body: FormData,
  progress: (share: number) => void,
): Promise<Sent | null> {
  const key = String(body.get('request_key') ?? '') + keyEnd();
  body.delete('request_key');
  for (const wait of [0, ...WAITS]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const sent = await tryOnce(address, body, key, progress);
    if (sent !== null) return sent;
  }
  return null;
}

/** Each file of a form is an intent of its own. */
const keyEnd = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

function tryOnce(
  address: string,
  body: FormData,
  key: string,
  progress: (share: number) => void,
): Promise<Sent | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('HX-Request', 'true');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total === 0 ? 1 : loaded / total),
    );
    request.upload.addEventListener('load', () => progress(1));
    request.addEventListener('load', () =>
      resolve({ status: request.status, html: request.responseText }),
    );
    request.addEventListener('error', () => resolve(null));
    request.addEventListener('abort', () => resolve(null));
    request.send(body);
  });
}
