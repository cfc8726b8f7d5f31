import { type Bases, type Fields, markOf } from "~/domain/minutes/field-merge";
import type { LiveState } from "~/features/minutes/live-state.view.server";
import type { FieldFault } from "~/features/minutes/save-item.server";

export type SaveStatus =
  | { state: "idle" | "saving" | "unsaved" | "refused" | "changed" }
  | { state: "saved"; at: string };

/** What is written and not yet known to be saved, of one thing. */
export type Pending = { fields: Fields; bases: Record<string, string[]> };

export type Live = {
  /** As the server last told. */
  state: LiveState;
  /** By what it is of: "item:…", "presence:…", "follow:…". */
  pending: Record<string, Pending>;
  /** The fields that another has written in too, by what they are of. */
  conflicts: Record<string, string[]>;
  faults: Record<string, Record<string, FieldFault>>;
  status: SaveStatus;
};

type Answer =
  | { ok: true; conflicts: Fields; faults: Record<string, FieldFault>; state: LiveState; at: string }
  | { ok: false; reason: string; state?: LiveState };

type Options = {
  first: LiveState;
  /** Where it is saved and asked for. */
  url: string;
  /** Under which name the browser keeps what is not saved. */
  copy: string;
  /** What the server says of a field now; undefined for a thing it does not have. */
  storedIn: (state: LiveState, target: string) => Fields | undefined;
};

/** How long typing must rest, how long after a failure it is tried again at most, how often others are asked after. */
const rest = 600;
const longestWait = 15_000;
const between = 4000;

/**
 * Keeps what is written on the page of a meeting: in the browser until the server has it, so that neither a cut
 * connection nor a closed page loses it; one thing at a time, in the order it was first written; and never over what
 * another has written.
 */
export function makeLiveStore({ first, url, copy, storedIn }: Options) {
  let live: Live = { state: first, pending: {}, conflicts: {}, faults: {}, status: { state: "idle" } };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let failures = 0;
  let sent = 0;
  let typedAt = 0;
  // Windows that are open at once keep a copy each; one that is opened later takes over those that are left.
  const own = `${copy}:${Math.random().toString(36).slice(2)}`;

  function set(change: Partial<Live>): void {
    live = { ...live, ...change };
    if (change.pending) keep(own, live.pending);
    for (const listener of listeners) listener();
  }

  function change(target: string, fields: Fields): void {
    typedAt = Date.now();
    const stored = storedIn(live.state, target) ?? {};
    const was = live.pending[target] ?? { fields: {}, bases: {} };
    const bases = { ...was.bases };
    for (const name of Object.keys(fields)) bases[name] ??= [markOf(stored[name] ?? "")];
    const { [target]: known = {}, ...faults } = live.faults;
    const left = Object.fromEntries(Object.entries(known).filter(([name]) => !related(name, fields)));
    set({
      pending: { ...live.pending, [target]: { fields: { ...was.fields, ...fields }, bases } },
      faults: Object.keys(left).length > 0 ? { ...faults, [target]: left } : faults,
      ...(failures === 0 && { status: { state: "saving" } as const }),
    });
    clearTimeout(timer);
    timer = setTimeout(flush, rest);
  }

  /** The next thing that can be sent: not what stands against another's words, nor what was refused as it is. */
  function next(): { target: string; fields: Fields; bases: Bases } | null {
    for (const [target, { fields, bases }] of Object.entries(live.pending)) {
      const names = Object.keys(fields).filter(
        (name) => !live.conflicts[target]?.includes(name) && live.faults[target]?.[name] === undefined,
      );
      if (names.length === 0) continue;
      // What is to be done is nothing until it has words.
      if (target.startsWith("follow:") && !storedIn(live.state, target) && !fields.words?.trim()) continue;
      const only = <T>(all: Record<string, T>) =>
        Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
      return { target, fields: only(fields) as Fields, bases: only(bases) as Bases };
    }
    return null;
  }

  /** Sends everything that waits; whether all of it is saved. */
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    typedAt = 0;
    if (running) return running.then((fine) => (failures === 0 && next() ? flush() : fine));
    const work = next();
    if (!work) return Promise.resolve(Object.keys(live.pending).length === 0);
    running = sendAll(work).finally(() => {
      running = null;
    });
    return running;
  }

  async function sendAll(work: NonNullable<ReturnType<typeof next>>): Promise<boolean> {
    // While somebody types on, what is typed waits for its own rest.
    for (let one: typeof work | null = work; one; one = Date.now() - typedAt < rest ? null : next()) {
      set({ status: { state: "saving" }, pending: maySay(live.pending, one) });
      sent += 1;
      const answer = await send(url, one);
      if (!answer) {
        failures += 1;
        set({ status: { state: "unsaved" } });
        timer = setTimeout(flush, Math.min(longestWait, 500 * 2 ** failures));
        return false;
      }
      failures = 0;
      if (!answer.ok) {
        set({ status: { state: "refused" }, ...(answer.state && { state: answer.state }) });
        return false;
      }
      settle(one, answer);
    }
    return Object.keys(live.pending).length === 0;
  }

  function settle({ target, fields }: { target: string; fields: Fields }, answer: Answer & { ok: true }): void {
    const now = live.pending[target] ?? { fields: {}, bases: {} };
    const left: Pending = { fields: {}, bases: {} };
    for (const [name, text] of Object.entries(now.fields)) {
      const told = name in answer.conflicts || name in answer.faults;
      const isSaved = fields[name] === text && !told;
      if (isSaved) continue;
      left.fields[name] = text;
      left.bases[name] = name in fields && !told ? [markOf(fields[name] ?? "")] : (now.bases[name] ?? []);
    }
    const { [target]: _, ...others } = live.pending;
    const pending = Object.keys(left.fields).length > 0 ? { ...others, [target]: left } : others;
    const conflicts = merged(live.conflicts, target, Object.keys(answer.conflicts));
    const faults = { ...live.faults };
    if (Object.keys(answer.faults).length > 0) faults[target] = { ...faults[target], ...answer.faults };
    const state = Object.values(conflicts).some((names) => names.length > 0)
      ? "changed"
      : Object.keys(faults).length > 0
        ? "refused"
        : "saved";
    set({
      pending,
      conflicts,
      faults,
      state: answer.state,
      status: state === "saved" ? { state, at: answer.at } : { state },
    });
  }

  /** Writes over what another has written (`mine`), or lets it stand. */
  function settleConflict(target: string, mine: boolean): void {
    const { [target]: names = [], ...conflicts } = live.conflicts;
    const now = live.pending[target];
    if (!now) {
      set({ conflicts });
      return;
    }
    const stored = storedIn(live.state, target) ?? {};
    const fields = { ...now.fields };
    const bases = { ...now.bases };
    for (const name of names)
      if (mine) bases[name] = [markOf(stored[name] ?? "")];
      else {
        delete fields[name];
        delete bases[name];
      }
    const { [target]: _, ...others } = live.pending;
    const pending = Object.keys(fields).length > 0 ? { ...others, [target]: { fields, bases } } : others;
    set({ conflicts, pending, status: { state: mine ? "saving" : "idle" } });
    void flush();
  }

  /** Takes in what others have written; what came before something was sent from here is old. */
  function adopt(state: LiveState): void {
    if (!running && state.stamp !== live.state.stamp) set({ state });
  }

  async function ask(): Promise<void> {
    const before = sent;
    try {
      const answer = await fetch(`${url}?known=${encodeURIComponent(live.state.stamp)}`);
      if (answer.status !== 200 || !answer.headers.get("Content-Type")?.includes("json")) return;
      const state: LiveState = await answer.json();
      if (before === sent) adopt(state);
    } catch {
      // It is asked again.
    }
  }

  /** Begins to send and to ask; what it gives ends that. */
  function start(): () => void {
    const kept = recall(copy);
    if (Object.keys(kept).length > 0) {
      set({ pending: { ...kept, ...live.pending } });
      void flush();
    }
    const online = () => void flush();
    const leave = (event: BeforeUnloadEvent) => {
      if (!running && !next()) return;
      void flush();
      event.preventDefault();
    };
    const asking = setInterval(() => document.visibilityState === "visible" && void ask(), between);
    window.addEventListener("online", online);
    window.addEventListener("beforeunload", leave);
    return () => {
      clearInterval(asking);
      window.removeEventListener("online", online);
      window.removeEventListener("beforeunload", leave);
      void flush();
      clearTimeout(timer);
    };
  }

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { get: () => live, subscribe, change, flush, settleConflict, adopt, start };
}

export type LiveStore = ReturnType<typeof makeLiveStore>;

const voting = ["unanimous", "votesFor", "votesAgainst"];

/** Whether what was refused of a field may be right now that these have changed. */
function related(name: string, fields: Fields): boolean {
  return name in fields || (voting.includes(name) && voting.some((each) => each in fields));
}

/** What is sent may be what the server has from now on, whether its answer comes or not. */
function maySay(all: Record<string, Pending>, { target, fields }: { target: string; fields: Fields }) {
  const now = all[target];
  if (!now) return all;
  const bases = { ...now.bases };
  for (const [name, text] of Object.entries(fields)) bases[name] = [...new Set([...(bases[name] ?? []), markOf(text)])];
  return { ...all, [target]: { ...now, bases } };
}

function merged(conflicts: Record<string, string[]>, target: string, names: string[]): Record<string, string[]> {
  if (names.length === 0) return conflicts;
  return { ...conflicts, [target]: [...new Set([...(conflicts[target] ?? []), ...names])] };
}

/** An answer, or null where none came: the connection is cut, the server is away, or the session has ended. */
async function send(url: string, change: object): Promise<Answer | null> {
  const body = new URLSearchParams({ change: JSON.stringify(change) });
  try {
    const answer = await fetch(url, { method: "POST", body, keepalive: body.toString().length < 60_000 });
    if (!answer.headers.get("Content-Type")?.includes("json")) return null;
    return answer.status < 500 ? await answer.json() : null;
  } catch {
    return null;
  }
}

function keep(copy: string, pending: Record<string, Pending>): void {
  try {
    if (Object.keys(pending).length === 0) localStorage.removeItem(copy);
    else localStorage.setItem(copy, JSON.stringify(pending));
  } catch {
    // A browser that keeps nothing still saves to the server.
  }
}

/** What was not sent when windows were closed, which is this one's from now on. */
function recall(copy: string): Record<string, Pending> {
  const all: Record<string, Pending> = {};
  try {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(`${copy}:`));
    for (const key of kept) {
      for (const [target, one] of Object.entries<Pending>(JSON.parse(localStorage.getItem(key) ?? "{}"))) {
        const known = all[target] ?? { fields: {}, bases: {} };
        all[target] = { fields: { ...known.fields, ...one.fields }, bases: { ...known.bases, ...one.bases } };
      }
      localStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to give back.
  }
  return all;
}
