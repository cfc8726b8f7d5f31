import { useCallback, useEffect, useRef, useState } from "react";
import type { Comer } from "~/domain/attendance/coming";

/** How often the other phones' ticks are fetched. Milliseconds. */
const every = 20_000;

export type Door = {
  people: Comer[];
  saving: ReadonlySet<string>;
  failed: ReadonlyMap<string, string>;
  /** Who was ticked last on this phone. */
  last: { ticket: string; came: boolean } | null;
  mark(ticket: string, came: boolean): void;
};

type Came = Record<string, string>;
type Answer = { ok: true; came: Came } | { ok: false; message: string };

/** The list as it stands on this phone: each tick is shown at once and saved by itself, and those of others come in. */
export function useDoor(people: Comer[], address: string, failedWords: string): Door {
  const [came, setCame] = useState<Came>(() => cameOf(people));
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  const [last, setLast] = useState<Door["last"]>(null);
  const open = useRef(new Map<string, number>());
  const told = useRef(people);
  if (told.current !== people) {
    told.current = people;
    setCame(cameOf(people));
  }

  /** Takes what the server says of everybody but those whose own tick is still under way. */
  const take = useCallback((heard: Came) => {
    setCame((now) => {
      const kept = Object.fromEntries([...open.current.keys()].flatMap((id) => (now[id] ? [[id, now[id]]] : [])));
      const others = Object.entries(heard).filter(([id]) => !open.current.has(id));
      return { ...Object.fromEntries(others), ...kept };
    });
  }, []);

  const mark = useCallback(
    async (ticket: string, to: boolean) => {
      const turn = (open.current.get(ticket) ?? 0) + 1;
      open.current.set(ticket, turn);
      setCame((now) => set(now, ticket, to));
      setSaving((now) => new Set([...now, ticket]));
      setFailed((now) => new Map([...now].filter(([id]) => id !== ticket)));
      setLast({ ticket, came: to });
      const answer = await send(address, ticket, to, failedWords);
      if (open.current.get(ticket) !== turn) return;
      open.current.delete(ticket);
      setSaving((now) => new Set([...now].filter((id) => id !== ticket)));
      if (answer.ok) return take(answer.came);
      setCame((now) => set(now, ticket, !to));
      setFailed((now) => new Map([...now, [ticket, answer.message]]));
      setLast(null);
    },
    [address, failedWords, take],
  );

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.visibilityState !== "visible") return;
      const heard = await fetch(address, { headers: { Accept: "application/json" } })
        .then((response) => (response.ok ? (response.json() as Promise<{ came: Came }>) : null))
        .catch(() => null);
      if (heard) take(heard.came);
    }, every);
    return () => clearInterval(timer);
  }, [address, take]);

  return {
    people: people.map((person) => ({ ...person, attendedAt: came[person.id] ?? null })),
    saving,
    failed,
    last,
    mark,
  };
}

const cameOf = (people: Comer[]): Came =>
  Object.fromEntries(people.flatMap(({ id, attendedAt }) => (attendedAt ? [[id, attendedAt]] : [])));

function set(came: Came, ticket: string, to: boolean): Came {
  const { [ticket]: _, ...others } = came;
  return to ? { ...others, [ticket]: new Date().toISOString() } : others;
}

async function send(address: string, ticket: string, came: boolean, failedWords: string): Promise<Answer> {
  const failed = { ok: false as const, message: failedWords };
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ ticket, came: String(came) }),
      redirect: "manual",
    });
    const heard = (await response.json()) as Answer;
    return response.ok || heard.ok === false ? heard : failed;
  } catch {
    return failed;
  }
}
