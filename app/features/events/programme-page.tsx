import { Form, Link } from "@remix-run/react";
import type { WrittenItem } from "~/domain/events/programme";
import { clockAt } from "~/domain/events/programme";
import { isDay } from "~/domain/shared/days";
import type { ProgrammeItemView, ProgrammeView } from "~/features/events/programme.view.server";
import { FormProblems } from "~/features/regions/form-problems";
import { asSentence, formatClock, formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { FieldRow, Select, TextArea, TextInput, TimeInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";

export type ItemRefusal = { itemId: string | null; errors: FormErrors; values: FormValues };

/** The items to be changed: clock, what, and what can be done with each; the one that is edited as a form in its place. */
export function ProgrammeItems({
  programme,
  base,
  editing,
  refused,
}: {
  programme: ProgrammeView;
  /** The address of the page. */
  base: string;
  /** The item that is edited. */
  editing: string | null;
  refused: ItemRefusal | null;
}) {
  const { items, days } = programme;
  return (
    <ol className="sv-agenda">
      {items.map((item, index) => {
        const former = items[index - 1];
        const newDay = days.length > 1 && item.at && item.at.date !== former?.at?.date;
        return (
          <li key={item.id}>
            {newDay && <h3>{asSentence(formatDate(item.at?.date ?? "", getLocale()))}</h3>}
            {editing === item.id ? (
              <ItemForm
                programme={programme}
                item={item}
                refused={refused?.itemId === item.id ? refused : null}
                cancelTo={base}
              />
            ) : (
              <ItemRow item={item} base={base} first={index === 0} last={index === items.length - 1} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

const warnings = {
  "after-end": () => m.events_item_after_end(),
  "before-former": () => m.events_item_before_former(),
};

function ItemRow({
  item,
  base,
  first,
  last,
}: {
  item: ProgrammeItemView;
  base: string;
  first: boolean;
  last: boolean;
}) {
  const act = (intent: string, icon: "chevron-up" | "chevron-down" | "trash", words: string) => (
    <Button name="intent" value={intent} variant="tertiary" small icon={icon} iconOnly>
      {words}
    </Button>
  );
  return (
    <div className="sv-agenda__row">
      {item.at ? <time dateTime={item.at.time}>{formatClock(item.at.time, getLocale())}</time> : <span />}
      <div>
        <Link to={`${base}?item=${item.id}`}>{item.title}</Link>
        {item.speaker && <small>{item.speaker}</small>}
        {item.description && <p className="sv-lines sv-quiet">{item.description}</p>}
        {item.warning && <StateWords state="needs-person">{warnings[item.warning]()}</StateWords>}
      </div>
      <Form method="post" className="sv-agenda__do" preventScrollReset>
        <input type="hidden" name="item" value={item.id} />
        {!first && act("up", "chevron-up", m.events_item_up({ title: item.title }))}
        {!last && act("down", "chevron-down", m.events_item_down({ title: item.title }))}
        {act("remove", "trash", m.events_item_remove({ title: item.title }))}
      </Form>
    </div>
  );
}

/** The form of one item, or of one more. */
export function ItemForm({
  programme,
  item,
  refused,
  cancelTo,
}: {
  programme: ProgrammeView;
  item: ProgrammeItemView | null;
  refused: ItemRefusal | null;
  cancelTo?: string;
}) {
  const { days, version, start } = programme;
  const last = programme.items.at(-1)?.at?.date ?? start.date;
  const values: Partial<FormValues> = refused?.values ?? {
    title: item?.title ?? "",
    speaker: item?.speaker ?? "",
    description: item?.description ?? "",
    time: item?.at?.time ?? "",
    date: item ? (item.at?.date ?? start.date) : last,
  };
  const errors = refused?.errors ?? {};
  const known = days.includes(values.date ?? "");
  const field = (name: string) => ({
    name,
    id: `${name}-${item?.id ?? "new"}`,
    defaultValue: values[name],
    error: errors[name] ?? null,
  });
  const ids = Object.fromEntries(
    ["title", "speaker", "description", "time", "date"].map((name) => [name, field(name).id]),
  );
  const dayOptions = (known ? days : [...days, values.date ?? ""]).filter(isDay).map((date) => ({
    value: date,
    label: asSentence(formatDate(date, getLocale(), "short")),
  }));
  return (
    <Form method="post" className="sv-form" noValidate preventScrollReset key={`${item?.id ?? "new"} ${version}`}>
      <FormProblems errors={errors} ids={ids} />
      <input type="hidden" name="version" value={version} />
      {item && <input type="hidden" name="item" value={item.id} />}
      <FieldRow>
        {days.length > 1 ? (
          <Select {...field("date")} label={m.events_item_day()} options={dayOptions} />
        ) : (
          <input type="hidden" name="date" value={start.date} />
        )}
        <TimeInput {...field("time")} label={m.events_item_time()} optional />
      </FieldRow>
      <TextInput {...field("title")} label={m.events_item_title()} required />
      <TextInput {...field("speaker")} label={m.events_item_speaker()} optional />
      <TextArea {...field("description")} label={m.events_item_description()} rows={3} optional />
      <div className="sv-row">
        <Button name="intent" value={item ? "save" : "add"} variant={item ? "primary" : "secondary"}>
          {item ? m.events_save() : m.events_item_add()}
        </Button>
        {cancelTo && (
          <LinkButton to={cancelTo} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

export type Pasted = { text: string; items: WrittenItem[]; problem: string | null };

/** A whole programme at once: pasted, shown as it is read, then added. */
export function PasteProgramme({ pasted, programme }: { pasted: Pasted | null; programme: ProgrammeView }) {
  const read = pasted && pasted.problem === null && pasted.items.length > 0;
  return (
    <Panel title={m.events_paste_title()} id="paste">
      <PanelBody>
        <Form method="post" className="sv-form" preventScrollReset>
          <TextArea
            name="text"
            label={m.events_paste_label()}
            hint={m.events_paste_hint()}
            rows={pasted ? 10 : 4}
            defaultValue={pasted?.text}
            error={pasted?.problem ?? null}
          />
          {read && (
            <div role="status">
              <p>{m.events_paste_read({ n: pasted.items.length })}</p>
              <ol className="sv-agenda">
                {pasted.items.map((item, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that may be alike, and are not moved.
                  <li key={index} className="sv-agenda__row">
                    <PastedClock item={item} programme={programme} />
                    <div>
                      <b>{item.title}</b>
                      {item.speaker && <small>{item.speaker}</small>}
                      {item.description && <p className="sv-lines sv-quiet">{item.description}</p>}
                    </div>
                  </li>
                ))}
              </ol>
            </div>
          )}
          <div className="sv-row">
            {read && (
              <Button name="intent" value="paste">
                {m.events_paste_add({ n: pasted.items.length })}
              </Button>
            )}
            <Button name="intent" value="preview" variant="secondary">
              {read ? m.events_paste_again() : m.events_paste_preview()}
            </Button>
          </div>
        </Form>
      </PanelBody>
    </Panel>
  );
}

function PastedClock({ item, programme }: { item: WrittenItem; programme: ProgrammeView }) {
  if (item.startsAfter === null) return <span className="sv-quiet">–</span>;
  const at = clockAt(programme.start, item.startsAfter);
  const day = programme.days.length > 1 ? `${formatDate(at.date, getLocale(), "short")} ` : "";
  return (
    <time dateTime={at.time}>
      {day}
      {formatClock(at.time, getLocale())}
    </time>
  );
}

/** What the invited do not know of, and the button that tells them. */
export function TellProgramme({ invited }: { invited: number }) {
  return (
    <Note title={m.events_programme_tell_title()}>
      <p>{m.events_programme_tell_why({ n: invited })}</p>
      <Form method="post">
        <Button name="intent" value="tell" variant="secondary" small icon="send">
          {m.events_programme_tell()}
        </Button>
      </Form>
    </Note>
  );
}
