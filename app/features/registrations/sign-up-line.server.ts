import { type SignUp, type SignUpResult, signUpAll } from "~/features/registrations/sign-up.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";

type Waiting = { person: SignUp; done: (result: SignUpResult) => void; failed: (error: unknown) => void };

/** Who waits to be signed up in this process, by event. An event that nobody waits for is not there. */
const lines = new Map<string, Waiting[]>();

const atOnce = 50;

/**
 * Signs somebody up to an event. While some are being signed up, those who come meanwhile wait together and are signed
 * up next, in one transaction and in the order they came, so that a rush takes one connection and leaves the others to
 * those who read.
 */
export function signUp(access: Access, eventId: string, person: SignUp): Promise<SignUpResult> {
  return new Promise((done, failed) => {
    const key = `${access.regionId}:${eventId}`;
    const line = lines.get(key);
    if (line) {
      line.push({ person, done, failed });
      return;
    }
    const started = [{ person, done, failed }];
    lines.set(key, started);
    void serve(access, eventId, started, () => lines.delete(key));
  });
}

/** `closed` is called in the same breath as the line is found empty, so that nobody joins one that is not served. */
async function serve(access: Access, eventId: string, line: Waiting[], closed: () => void): Promise<void> {
  while (line.length > 0) {
    const batch = takeBatch(line);
    await signUpBatch(access, eventId, batch).catch(async (error) => {
      // One that cannot be saved must not take the others with it.
      if (batch.length === 1) return batch[0]?.failed(error);
      for (const one of batch) await signUpBatch(access, eventId, [one]).catch(one.failed);
    });
  }
  closed();
}

/** The first in line, each address once. */
function takeBatch(line: Waiting[]): Waiting[] {
  const addresses = new Set<string>();
  const length = line.findIndex(
    ({ person }, at) => at === atOnce || addresses.has(person.email) || !addresses.add(person.email),
  );
  return line.splice(0, length === -1 ? line.length : length);
}

async function signUpBatch(access: Access, eventId: string, batch: readonly Waiting[]): Promise<void> {
  const people = batch.map(({ person }) => person);
  const results = await withRegion(access, (db) => signUpAll(db, { eventId, people, now: new Date() }));
  batch.forEach(({ done }, at) => {
    const result = results[at];
    if (!result) throw new Error("Everybody who signs up gets an answer");
    done(result);
  });
}
