import { setTimeout as sleep } from "node:timers/promises";
import type { Way } from "~/domain/registrations/places";
import { wakeEvents } from "~/features/automation/wake-events.server";
import { ownRegistration } from "~/features/registrations/own-registration.view.server";
import { publicEventView } from "~/features/registrations/public-event.view.server";
import { type SignUp, signUpAll } from "~/features/registrations/sign-up.server";
import type { Prisma } from "../../../prisma/generated/client";
import { type LiveRegion, startEvent } from "../events/thread";

/** Somebody who signs up. */
export const person = (name: string, more: Partial<SignUp> = {}): SignUp => ({
  name,
  email: `${name.toLowerCase().replace(/[^a-z0-9]/g, "")}@kommune.example`,
  organisation: "",
  municipalityId: null,
  way: "online",
  answers: {},
  needs: "",
  locale: "nn",
  ...more,
});

/** A webinar on 26 May 2027 that is open to sign up to, and what is done with it. */
export async function startWebinar(region: LiveRegion, now: Date, data: Prisma.EventUncheckedUpdateManyInput = {}) {
  const event = await startEvent(region, now, { title: "Webinar om velferdsteknologi", place: "" });
  await region.inside((db) =>
    db.event.updateMany({
      where: { id: event.id },
      data: {
        ...{ state: "published", open: true, registration: "open", attendanceWay: "online", kind: "webinar" },
        ...{ organizerName: "Statsforvaltaren i Vestland", organizerAddress: "svar@vestland.example", capacity: 2 },
        ...{ joinLink: "https://video.example/hemmeleg", wakeAt: now, ...data },
      },
    }),
  );
  const rows = () =>
    region.inside((db) =>
      db.registration.findMany({
        where: { eventId: event.id },
        include: { person: true },
        orderBy: { number: "asc" },
      }),
    );
  return {
    ...event,
    rows,
    set: (changed: Prisma.EventUncheckedUpdateManyInput) =>
      region.inside((db) =>
        db.event.updateMany({ where: { id: event.id }, data: { wakeAt: new Date(0), ...changed } }),
      ),
    signUp: (names: string[], at = now, way: Way = "online") =>
      region.inside((db) =>
        signUpAll(db, { eventId: event.id, people: names.map((name) => person(name, { way })), now: at }),
      ),
    row: async (name: string) => {
      const { email } = person(name);
      const found = (await rows()).find((one) => one.person.email === email);
      if (!found) throw new Error(`${name} has not signed up`);
      return found;
    },
    states: async () =>
      Object.fromEntries((await rows()).map(({ name, state }) => [name, state])) as Record<string, string>,
    page: (token: string, at = now) => region.inside((db) => ownRegistration(db, token, at)),
    seen: (at = now) => region.inside((db) => publicEventView(db, event.id, at)),
  };
}

/** Lets every event do what it does by itself until then. */
export async function wake(at: Date): Promise<void> {
  for (let woken = 1; woken > 0; ) woken = await wakeEvents(at);
  await sleep(0);
}
