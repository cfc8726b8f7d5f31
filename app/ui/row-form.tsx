import { useBeforeUnload, useBlocker } from "@remix-run/react";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { m } from "~/i18n/messages/messages";
import { Button } from "./button";
import { Note } from "./note";

/** Why there is no answer: no connection or a fault, no session any more, or nothing there to save. */
export type NoAnswer = "failed" | "signed-out" | "gone";

/** Leaves the row that is open: at once when it is as it was, else after asking. */
export type LeaveRow = (then: () => void) => void;

/** What the form of a row in a table is given. */
export type RowFormProps = {
  /** The field that was opened. */
  focus: string | undefined;
  /** Where the way out is put for whoever opens another row. */
  leave: RefObject<LeaveRow | null> & { current: LeaveRow | null };
  onSaved: (id: string) => void;
  onClose: () => void;
};

/** What a save was answered; a refusal is shown by the form itself. */
export type RowAnswer<Refused> =
  | { ok: true; id: string }
  | { ok: false; refused: Refused }
  | { ok: false; noAnswer: NoAnswer };

/** Sends to a row's own address and reads its answer in JSON. It is sent to its end also when the page is left. */
export async function sendRow<Refused>(to: string, form: FormData): Promise<RowAnswer<Refused>> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  const answer = await askRow(to, body).catch(() => null);
  if (!answer) return { ok: false, noAnswer: "failed" };
  // A redirect leads to the sign-in page.
  if (answer.type === "opaqueredirect" || answer.status === 401) return { ok: false, noAnswer: "signed-out" };
  if (answer.status === 404 || answer.status === 403) return { ok: false, noAnswer: "gone" };
  const reply = (await answer.json().catch(() => null)) as RowAnswer<Refused> | null;
  return reply && "ok" in reply ? reply : { ok: false, noAnswer: "failed" };
}

/** Asks a row's own address, or posts to it. */
export function askRow(to: string, body?: URLSearchParams): Promise<Response> {
  return fetch(to, {
    headers: { Accept: "application/json" },
    redirect: "manual",
    ...(body && { method: "POST", body, keepalive: String(body).length < 50_000 }),
  });
}

/** A row of a table as a form in its place. Nothing that was typed goes away but by asking. */
export function useRowForm<Refused>({
  focus,
  leave,
  onSaved,
  onClose,
  fieldId,
  send,
}: RowFormProps & {
  /** The id of the field of a name; the first one's without a name. */
  fieldId: (name: string | undefined) => string;
  send: (form: FormData) => Promise<RowAnswer<Refused>>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const asBefore = useRef("");
  const [refused, setRefused] = useState<Refused>();
  const [noAnswer, setNoAnswer] = useState<NoAnswer>();
  const [saving, setSaving] = useState(false);
  const [then, setThen] = useState<(() => void) | null>(null);
  const saved = useRef(false);
  const first = fieldId(focus);

  const isChanged = useCallback(() => !saved.current && written(form.current) !== asBefore.current, []);
  const ask = useCallback<LeaveRow>((after) => (isChanged() ? setThen(() => after) : after()), [isChanged]);
  const toField = useCallback(() => form.current?.querySelector<HTMLElement>(`#${first}`)?.focus(), [first]);
  useEffect(() => {
    asBefore.current = written(form.current);
    toField();
    form.current?.scrollIntoView({ block: "nearest" });
  }, [toField]);
  useEffect(() => {
    leave.current = ask;
    return () => {
      leave.current = null;
    };
  }, [leave, ask]);

  const blocker = useBlocker(isChanged);
  useEffect(() => {
    if (blocker.state === "blocked") setThen(() => blocker.proceed);
  }, [blocker]);
  useBeforeUnload(useCallback((event) => void (isChanged() && event.preventDefault()), [isChanged]));

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    setNoAnswer(undefined);
    setThen(null);
    const reply = await send(new FormData(event.currentTarget));
    if (reply.ok) {
      saved.current = true;
      return onSaved(reply.id);
    }
    setSaving(false);
    if ("noAnswer" in reply) setNoAnswer(reply.noAnswer);
    else setRefused(reply.refused);
  };
  const onKeep = () => {
    setThen(null);
    if (blocker.state === "blocked") blocker.reset();
    toField();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
    // In an open menu Escape closes the menu.
    if (event.key !== "Escape" || (event.target as Element).closest(".sv-menu")) return;
    if (then) onKeep();
    else ask(onClose);
  };
  return {
    /** Why the last save was refused, and why it was not answered. */
    ...{ refused, noAnswer, saving },
    /** What the form element carries. */
    form: {
      ref: form,
      className: "sv-editrow",
      noValidate: true,
      "aria-busy": saving || undefined,
      onSubmit,
      onKeyDown,
    },
    /** What stands to the right in its foot. */
    buttons: { saving, then, onKeep, onCancel: () => ask(onClose) },
  };
}

/** Save and cancel; in their place, once asked for, whether what was written is to be thrown away. */
export function RowButtons({
  save,
  saving,
  then,
  onKeep,
  onCancel,
}: {
  save: string;
  saving: boolean;
  then: (() => void) | null;
  onKeep: () => void;
  onCancel: () => void;
}) {
  if (then) return <Question onDiscard={then} onKeep={onKeep} />;
  return (
    <div className="sv-edit__actions">
      <Button type="button" variant="tertiary" onClick={() => onCancel()}>
        {m.common_cancel()}
      </Button>
      <Button busy={saving} aria-keyshortcuts="Control+Enter">
        {save}
      </Button>
    </div>
  );
}

/** That a save was not answered, and what to do. */
export function NoAnswerNote({
  title,
  noAnswer,
  gone,
}: {
  title: ReactNode;
  noAnswer: NoAnswer | undefined;
  gone: string;
}) {
  if (!noAnswer) return null;
  return (
    <Note tone="danger" title={title} live>
      {noAnswer === "signed-out" ? m.plan_edit_signed_out() : noAnswer === "gone" ? gone : m.plan_edit_failed_why()}
    </Note>
  );
}

/** In the place of the buttons: whether what was written is to be thrown away. */
function Question({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const keep = useRef<HTMLDivElement>(null);
  useEffect(() => keep.current?.querySelector<HTMLElement>("button:last-child")?.focus(), []);
  return (
    <div className="sv-edit__ask" role="alertdialog" aria-labelledby="row-ask">
      <b id="row-ask">{m.plan_edit_discard_title()}</b>
      <div className="sv-edit__actions" ref={keep}>
        <Button type="button" variant="danger" onClick={onDiscard}>
          {m.plan_edit_discard()}
        </Button>
        <Button type="button" onClick={onKeep}>
          {m.plan_edit_keep()}
        </Button>
      </div>
    </div>
  );
}

/** Everything in a form as one text, to see whether it was changed. */
function written(form: HTMLFormElement | null): string {
  return form ? JSON.stringify([...new FormData(form)].filter(([name]) => name !== "version")) : "";
}
