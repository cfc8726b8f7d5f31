/** What is being read, and what is to be read next, by what it is about. */
const running = new Map<string, Promise<unknown>>();
const next = new Map<string, Promise<unknown>>();

/**
 * Reads what is the same for everybody, in a rush once for many: who asks during one reading waits for the next with
 * all who ask meanwhile. That one begins after they have asked, so that nobody is given what was true before. All are
 * given the same object; nobody may change it. `read` runs in the request of the one who asked first, and may depend on
 * nothing that `key` does not name.
 */
export function readTogether<T>(key: string, read: () => Promise<T>): Promise<T> {
  const joined = next.get(key);
  if (joined) return joined as Promise<T>;
  const before = running.get(key);
  if (!before) return start(key, read);
  const after = before
    .catch(() => {})
    .then(() => {
      next.delete(key);
      return start(key, read);
    });
  next.set(key, after);
  return after;
}

function start<T>(key: string, read: () => Promise<T>): Promise<T> {
  const reading = read().finally(() => {
    if (running.get(key) === reading) running.delete(key);
  });
  running.set(key, reading);
  return reading;
}
