import { Form } from "@remix-run/react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { LiveRefusal } from "~/features/minutes/answer-live-form.server";
import type { LiveView } from "~/features/minutes/live.view.server";
import { LiveAgenda } from "~/features/minutes/live-agenda";
import { LiveCase, useCaseParts } from "~/features/minutes/live-case";
import { LivePresence } from "~/features/minutes/live-presence";
import { clockIn } from "~/features/minutes/minutes-words";
import { SaveState } from "~/features/minutes/save-state";
import { fieldsIn, useLive } from "~/features/minutes/use-live";
import { asSentence, formatDate, formatDateTimeRange } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

/** Written into the page by the server; the browser loads them when they are asked for. */
const PresenceEditor = import.meta.env.SSR
  ? (await import("~/features/minutes/presence-editor")).PresenceEditor
  : lazy(() => import("~/features/minutes/presence-editor").then((read) => ({ default: read.PresenceEditor })));
const Closing = import.meta.env.SSR
  ? (await import("~/features/minutes/closing-panel")).ClosingPanel
  : lazy(() => import("~/features/minutes/closing-panel").then((read) => ({ default: read.ClosingPanel })));

type Props = {
  slug: string;
  personId: string;
  view: LiveView;
  /** What the address asks for: an item, or "presence". */
  asked: string | null;
  ask: string | null;
  problem: string | null;
  refusal: LiveRefusal | null;
};

/** A meeting while it is held: the agenda to the left, one case in the middle, who is there to the right. */
export function LivePage({ slug, personId, view, asked, ask, problem, refusal }: Props) {
  const { minutes, body, zone } = view;
  const writing = useLive({
    first: view.state,
    url: paths.liveSave(slug, body.id, minutes.id),
    copy: `samvirk:minutes:${minutes.id}`,
  });
  const { state, store, alive } = writing;
  const items = state.items.map((item) => ({ ...item, fields: fieldsIn(writing, `item:${item.id}`) }));
  const [shown, setShown] = useState(asked);
  useEffect(() => setShown(asked), [asked]);
  useCaseParts();
  const open = shown === "presence" ? null : (items.find(({ id }) => id === shown) ?? items[0] ?? null);
  const pathTo = (item?: string) => paths.live(slug, body.id, minutes.id, item);
  const middle = useRef<HTMLDivElement>(null);

  /** Opens a case without asking the server for it, so that it goes without a connection too. */
  const goTo = useCallback(
    (id: string) => {
      void store.flush();
      setShown(id);
      window.history.replaceState(window.history.state, "", paths.live(slug, body.id, minutes.id, id));
      requestAnimationFrame(() => {
        const target = middle.current?.querySelector<HTMLElement>("textarea, h2");
        target?.focus({ preventScroll: true });
        const head = middle.current?.getBoundingClientRect();
        if (head && (head.top < 56 || head.top > window.innerHeight / 2)) middle.current?.scrollIntoView();
      });
    },
    [store, slug, body.id, minutes.id],
  );
  const at = items.findIndex(({ id }) => id === open?.id);
  useKeys(alive, (step) => {
    const to = items[at + step];
    if (to) goTo(to.id);
  });
  const live = state.state === "live";
  const shared = { writing, view, items, pathTo, goTo };
  return (
    <>
      <PageHead
        eyebrow={<Standing view={view} state={state.state} />}
        title={body.name}
        sub={whenAndWhere(view)}
        actions={
          live && (
            <>
              <SaveState
                status={writing.status}
                state={state}
                conflicts={writing.conflicts}
                zone={zone}
                onOpen={setShown}
              />
              <LinkButton
                variant="secondary"
                icon="file"
                to={paths.minutes(slug, body.id, minutes.id)}
                onClick={() => void store.flush()}
              >
                {m.minutes_show_minutes()}
              </LinkButton>
              <LinkButton
                variant="secondary"
                to={`${pathTo()}?ask=close`}
                onClick={() => void store.flush()}
                preventScrollReset
              >
                {m.minutes_close()}
              </LinkButton>
            </>
          )
        }
      />
      {problem && (
        <Note tone="danger" live>
          {problem}
        </Note>
      )}
      {(refusal?.reason === "not-live" || (!live && Object.keys(writing.pending).length > 0)) && (
        <Note tone="danger" live>
          {m.minutes_not_live()}
        </Note>
      )}
      {ask === "close" && live && (
        <Suspense>
          <Closing {...shared} action={pathTo()} />
        </Suspense>
      )}
      <NotLive state={state.state} action={pathTo()} minutes={paths.minutes(slug, body.id, minutes.id)} />
      {["planned", "agenda"].includes(state.state) ? null : (
        <div className="sv-live">
          <LiveAgenda {...shared} open={open?.id ?? null} />
          <div ref={middle} className="sv-live__middle">
            {open ? (
              <LiveCase key={open.id} {...shared} item={open} at={at} me={personId} refusal={refusal} />
            ) : shown === "presence" || items.length > 0 ? (
              <Suspense>
                <PresenceEditor {...shared} refusal={refusal} />
              </Suspense>
            ) : (
              <EmptyState icon="gavel" title={m.minutes_agenda_empty()} />
            )}
          </div>
          <LivePresence {...shared} />
        </div>
      )}
    </>
  );
}

/** Ahead of the name: whether it goes on, and since when. */
function Standing({ view, state }: { view: LiveView; state: string }) {
  const { startedAt } = view.minutes;
  if (state === "live")
    return (
      <span className="sv-onair">
        <b>{m.minutes_live_now()}</b>
        {startedAt && <span>{m.minutes_started_at({ time: clockIn(startedAt, view.zone) })}</span>}
      </span>
    );
  return null;
}

function NotLive({ state, action, minutes }: { state: string; action: string; minutes: string }) {
  if (state === "live") return null;
  if (state === "planned")
    return <EmptyState icon="gavel" title={m.minutes_no_agenda()} why={m.minutes_no_agenda_why()} />;
  if (state === "agenda")
    return (
      <EmptyState
        icon="gavel"
        title={m.minutes_not_started()}
        why={m.minutes_not_started_why()}
        action={
          <Form method="post" action={action}>
            <Button name="intent" value="open">
              {m.minutes_start()}
            </Button>
          </Form>
        }
      />
    );
  return (
    <Note title={m.minutes_ended_on()} action={{ label: m.minutes_show_minutes(), to: minutes }}>
      {m.minutes_ended_why()}
    </Note>
  );
}

function whenAndWhere({ minutes, zone }: LiveView): string {
  const { startsAt, endsAt, place, day } = minutes;
  const when =
    startsAt && endsAt ? formatDateTimeRange(startsAt, endsAt, zone, getLocale()) : formatDate(day, getLocale());
  return [asSentence(when), place].filter(Boolean).join(", ");
}

/** The case before and the next by the keyboard, wherever one is in the page. */
function useKeys(alive: boolean, go: (step: 1 | -1) => void): void {
  const now = useRef(go);
  now.current = go;
  useEffect(() => {
    if (!alive) return;
    const press = (event: KeyboardEvent) => {
      const step = event.altKey && event.key === "PageDown" ? 1 : event.altKey && event.key === "PageUp" ? -1 : null;
      const written = event.ctrlKey && event.key === "Enter" && event.target instanceof HTMLTextAreaElement;
      if (step === null && !written) return;
      event.preventDefault();
      now.current(step ?? 1);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [alive]);
}
