import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { type FormEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { liesOutside } from "~/domain/communications-plan/outside";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { RowToEdit } from "~/features/communications-plan/plan-row-edit.view.server";
import type { RefusedRow } from "~/features/communications-plan/refused-row";
import { RowRefusal, rowFields, rowProblems } from "~/features/communications-plan/row-fields";
import { type NoAnswer, type PlanPlace, saveRow } from "~/features/communications-plan/row-send";
import { useTimingReading } from "~/features/timing/timing-field";
import { Reading } from "~/features/timing/timing-reading";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

/** Leaves the row that is open: at once when it is as it was, else after asking. */
export type LeaveRow = (then: () => void) => void;

const prefix = "row-";

/** A row of the plan's table as a form in its place. Nothing that was typed goes away but by asking. */
export default function RowEditor({
  row,
  place,
  focus,
  leave,
  onSaved,
  onClose,
}: {
  row: RowToEdit;
  place: PlanPlace;
  /** The field that was opened. */
  focus: string | undefined;
  /** Where the way out is put for whoever opens another row. */
  leave: RefObject<LeaveRow | null> & { current: LeaveRow | null };
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const asBefore = useRef("");
  const [refused, setRefused] = useState<RefusedRow>();
  const [noAnswer, setNoAnswer] = useState<NoAnswer>();
  const [saving, setSaving] = useState(false);
  const [then, setThen] = useState<(() => void) | null>(null);
  const saved = useRef(false);
  const { cell, ...fields } = rowFields(row, refused, prefix);
  const timing = cell("timing");
  const { reading, setWords, tooLong } = useTimingReading({ ...timing, reading: row.reading, period: row.period });

  const isOutside = reading.words !== row.cells.timing && liesOutside(reading, row.period);
  const timingError = isOutside
    ? m.plan_row_outside({ words: reading.words, period: periodTitle(row.period) })
    : refused?.values.timing === reading.words
      ? timing.error
      : null;

  const isChanged = useCallback(() => !saved.current && written(form.current) !== asBefore.current, []);
  const ask = useCallback<LeaveRow>((after) => (isChanged() ? setThen(() => after) : after()), [isChanged]);
  useEffect(() => {
    asBefore.current = written(form.current);
    const field = form.current?.querySelector<HTMLElement>(`#${prefix}${focus ?? "channel"}`);
    field?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
  }, [focus]);
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

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    setNoAnswer(undefined);
    setThen(null);
    const reply = await saveRow(place, row.id, new FormData(event.currentTarget));
    if (reply.ok) {
      saved.current = true;
      return onSaved(reply.id);
    }
    setSaving(false);
    if ("noAnswer" in reply) setNoAnswer(reply.noAnswer);
    else setRefused(reply.refused);
  };
  const keepOn = () => {
    setThen(null);
    if (blocker.state === "blocked") blocker.reset();
    form.current?.querySelector<HTMLElement>(`#${prefix}${focus ?? "channel"}`)?.focus();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
    // In an open menu Escape closes the menu.
    if (event.key !== "Escape" || (event.target as Element).closest(".sv-menu")) return;
    if (then) keepOn();
    else ask(onClose);
  };

  const problems = rowProblems(refused, prefix);
  const chosen = refused?.areaIds.length ?? row.chosenAreaIds.length;
  return (
    <form
      ref={form}
      className="sv-editrow"
      aria-label={row.id === null ? m.plan_row_new() : m.plan_edit_named({ row: row.cells.channel })}
      aria-busy={saving || undefined}
      onSubmit={save}
      onKeyDown={press}
    >
      <input type="hidden" name="version" value={refused?.now?.version ?? row.version} />
      <ErrorSummary title={m.common_errors_title({ n: problems.length })} errors={problems} />
      <RowRefusal row={row} refused={refused} />
      {noAnswer && (
        <Note tone="danger" title={m.plan_edit_failed()} live>
          {noAnswer === "signed-out"
            ? m.plan_edit_signed_out()
            : noAnswer === "gone"
              ? m.plan_edit_gone()
              : m.plan_edit_failed_why()}
        </Note>
      )}
      <div className="sv-edit__fields" data-cells>
        <div className="sv-stack">
          <TextInput {...cell("channel")} dir="auto" required />
          {fields.channelId}
        </div>
        {fields.theme}
        {fields.goal}
        <TextInput
          {...timing}
          error={tooLong ?? timingError}
          dir="auto"
          onChange={(event) => setWords(event.target.value)}
        />
        {fields.responsible}
        {fields.audience}
        {fields.audienceId}
      </div>
      <div className="sv-edit__fields" data-rest>
        {fields.notes}
        {fields.areas && (
          <details className="sv-edit__more" open={Boolean(refused?.errors.areaIds) || undefined}>
            <summary>{chosen > 0 ? m.plan_areas_chosen({ n: chosen }) : m.plan_areas()}</summary>
            {fields.areas}
          </details>
        )}
      </div>
      <div className="sv-edit__foot">
        <Reading reading={reading} period={row.period} today={row.today} editing does={row.does} />
        {then ? (
          <Question onDiscard={then} onKeep={keepOn} />
        ) : (
          <div className="sv-edit__actions">
            <Button type="button" variant="tertiary" onClick={() => ask(onClose)}>
              {m.common_cancel()}
            </Button>
            <Button busy={saving} aria-keyshortcuts="Control+Enter">
              {row.id === null ? m.plan_row_add() : m.plan_save_row()}
            </Button>
          </div>
        )}
      </div>
    </form>
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
