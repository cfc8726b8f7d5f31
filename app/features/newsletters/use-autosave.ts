import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { IssueRefusal } from "~/features/newsletters/answer-issue-form.server";

/** How what is written stands: what the head of the page says of it. */
export type SaveStatus =
  | { state: "idle" | "saving" | "unsaved" | "refused" }
  | { state: "saved"; at: string }
  | { state: "changed"; conflict: NonNullable<IssueRefusal["conflict"]> };

type Answer = { ok: true; version: number; issueVersion: number; at: string } | { ok: false; refusal: IssueRefusal };

type Options = {
  form: RefObject<HTMLFormElement>;
  /** Where it is saved. */
  url: string;
  /** Under which name the browser keeps what is not saved. */
  copy: string;
  version: number;
  onStatus: (status: SaveStatus) => void;
  onErrors: (errors: Record<string, string>) => void;
  /** Saved: the version of the whole issue is this now. */
  onSaved: (issueVersion: number) => void;
};

/** How long typing must rest, and how long after a failure it is tried again at most. Milliseconds. */
const rest = 800;
const longestWait = 15_000;

/**
 * Saves a form while somebody writes in it. What cannot be saved is kept in the browser and tried again, and what somebody
 * else has changed meanwhile is never written over. `flush` saves at once what is not saved; whether it could.
 */
export function useAutosave({ form, url, copy, version, onStatus, onErrors, onSaved }: Options) {
  const now = useRef({
    version,
    dirty: false,
    running: null as Promise<boolean> | null,
    failures: 0,
    timer: 0,
    typed: null as FormData | null,
    open: false,
  });
  const calls = useRef({ onStatus, onErrors, onSaved });
  calls.current = { onStatus, onErrors, onSaved };
  // What nobody has written in follows the page; from the first letter on it is the version one writes from.
  if (!now.current.dirty && now.current.running === null) now.current.version = Math.max(now.current.version, version);

  const save = useCallback((): Promise<boolean> => {
    const state = now.current;
    clearTimeout(state.timer);
    if (state.running) return state.running.then(() => (state.dirty ? save() : true));
    const fields = form.current ? new FormData(form.current) : state.typed;
    if (!state.dirty || !fields) return Promise.resolve(true);
    fields.set("version", String(state.version));
    fields.set("writer", writer());
    state.dirty = false;
    calls.current.onStatus({ state: "saving" });
    state.running = send(url, fields).then((answer) => {
      state.running = null;
      return settle(answer);
    });
    return state.running;

    function settle(answer: Answer | null): boolean {
      if (answer?.ok) {
        state.version = answer.version;
        state.failures = 0;
        calls.current.onErrors({});
        if (state.dirty) state.timer = window.setTimeout(save, rest);
        else forget(copy);
        calls.current.onStatus({ state: "saved", at: answer.at });
        calls.current.onSaved(answer.issueVersion);
        return true;
      }
      state.dirty = true;
      if (answer && !state.open) {
        // The browser keeps it, and it is asked about when the piece is opened again.
        state.dirty = false;
        calls.current.onStatus({ state: "idle" });
      } else if (answer?.refusal.conflict) {
        calls.current.onStatus({ state: "changed", conflict: answer.refusal.conflict });
      } else if (answer) {
        calls.current.onErrors(answer.refusal.errors);
        calls.current.onStatus({ state: "refused" });
      } else {
        state.failures += 1;
        calls.current.onStatus({ state: "unsaved" });
        state.timer = window.setTimeout(save, Math.min(longestWait, 1000 * 2 ** state.failures));
      }
      return false;
    }
  }, [form, url, copy]);

  const touch = useCallback(() => {
    const state = now.current;
    if (!state.dirty && state.failures === 0) calls.current.onStatus({ state: "saving" });
    state.dirty = true;
    // When the piece is closed the form is gone before what is in it is saved.
    state.typed = form.current && new FormData(form.current);
    if (form.current) keep(copy, state.version, form.current);
    clearTimeout(state.timer);
    state.timer = window.setTimeout(save, rest);
  }, [form, copy, save]);

  /** Writes over what another has saved (`mine`), or goes on from it. */
  const settleConflict = useCallback(
    (theirVersion: number, mine: boolean) => {
      now.current.version = theirVersion;
      if (mine) void save();
      else {
        now.current.dirty = false;
        forget(copy);
        calls.current.onStatus({ state: "idle" });
      }
    },
    [copy, save],
  );

  useEffect(() => {
    const state = now.current;
    state.open = true;
    const kept = recall(copy);
    if (kept && form.current && fill(form.current, kept.fields)) {
      state.version = kept.version;
      state.dirty = true;
      void save();
    } else forget(copy);
    const online = () => state.dirty && void save();
    const leave = (event: BeforeUnloadEvent) => {
      if (!state.dirty && !state.running) return;
      void save();
      event.preventDefault();
    };
    window.addEventListener("online", online);
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("beforeunload", leave);
      state.open = false;
      void save();
      clearTimeout(state.timer);
    };
  }, [form, copy, save]);

  return { touch, flush: save, settleConflict };
}

/** An answer, or null where none came: the connection is cut, the server is away, or the session has ended. */
async function send(url: string, fields: FormData): Promise<Answer | null> {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(url, { method: "POST", body, keepalive: body.toString().length < 60_000 });
    if (!answer.headers.get("Content-Type")?.includes("json")) return null;
    return answer.status < 500 ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** The name of this window, so that an answer that was lost does not look like another's change. */
function writer(): string {
  try {
    const known = sessionStorage.getItem("samvirk:writer");
    if (known) return known;
    const made = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    sessionStorage.setItem("samvirk:writer", made);
    return made;
  } catch {
    return "";
  }
}

type Kept = { version: number; fields: [string, string][] };

function keep(copy: string, version: number, form: HTMLFormElement): void {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  try {
    localStorage.setItem(copy, JSON.stringify({ version, fields }));
  } catch {
    // A browser that keeps nothing still saves to the server.
  }
}

function recall(copy: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(copy) ?? "null");
  } catch {
    return null;
  }
}

function forget(copy: string): void {
  try {
    localStorage.removeItem(copy);
  } catch {
    // Nothing was kept.
  }
}

/** Writes texts into their fields; whether any of them was another. */
export function fill(form: HTMLFormElement, fields: readonly (readonly [string, string])[]): boolean {
  let changed = false;
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue;
    if (field.type === "hidden" || field.value === value) continue;
    field.value = value;
    changed = true;
  }
  return changed;
}
