import { Form } from "@remix-run/react";
import type { Attendee, ContentItem } from "~/domain/minutes/minutes-content";
import { doubtWords } from "~/features/documents/minutes-doubt-words";
import { minutesFields, newBodyChoice } from "~/features/documents/minutes-fields";
import type { OpenMinutes } from "~/features/documents/minutes-import.view.server";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { outcomeWords } from "~/i18n/outcome-words";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choices";
import { DateInput, Select, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";
import { Verdict, VerdictStrip } from "~/ui/verdicts";

/** Minutes before they are saved: what was read, what a person must say, and the buttons that save or discard. */
export function MinutesReview({ slug, open }: { slug: string; open: OpenMinutes }) {
  const { content, doubts, bodies, bodyId, taking } = open;
  const stops = taking.kind !== "new";
  const asks = doubts.filter(({ code }) => code !== "cut").length;
  const makes = bodyId === null && content.body !== "";
  return (
    <Form method="post" className="sv-stack">
      <VerdictStrip
        items={[
          {
            verdict: "created",
            count: content.items.length,
            words: m.documents_minutes_cases({ n: content.items.length }),
          },
          { verdict: "asks", count: asks, words: m.documents_minutes_asks({ n: asks }) },
        ]}
      />
      {taking.kind === "exists" && bodyId && (
        <Note
          tone="warning"
          title={m.documents_minutes_exists()}
          action={{ label: m.documents_minutes_show(), to: paths.minutes(slug, bodyId, taking.minutesId) }}
        >
          {m.documents_minutes_exists_why()}
        </Note>
      )}
      {taking.kind === "number-used" && (
        <Note tone="warning" title={m.documents_minutes_number_used({ number: taking.number })}>
          {m.documents_minutes_number_used_why()}
        </Note>
      )}
      <Panel title={m.documents_minutes_meeting()}>
        <PanelBody>
          <div className="sv-form">
            <Select
              name="body"
              label={m.documents_minutes_body()}
              hint={bodyId === null ? m.documents_minutes_body_hint({ words: content.body || "–" }) : undefined}
              options={[
                ...bodies.map(({ id, name }) => ({ value: id, label: name })),
                ...(makes
                  ? [{ value: newBodyChoice, label: m.documents_minutes_body_new({ name: content.body }) }]
                  : []),
              ]}
              defaultValue={bodyId ?? (makes && bodies.length === 0 ? newBodyChoice : "")}
              {...(bodyId === null && { placeholder: m.documents_minutes_body_choose() })}
            />
            <Checkbox
              name="approved"
              value="true"
              label={m.documents_minutes_approved()}
              hint={m.documents_minutes_approved_hint()}
            />
            {content.day === "" && <DateInput name="day" label={m.documents_minutes_day()} width="short" />}
          </div>
          <dl className="sv-terms">
            {content.day !== "" && <Term term={m.documents_minutes_day()}>{formatDate(content.day, getLocale())}</Term>}
            <Term term={m.documents_minutes_time()}>
              {content.from === "" ? m.documents_minutes_not_said() : `${content.from}–${content.to}`}
            </Term>
            <Term term={m.documents_minutes_place()}>{content.place || m.documents_minutes_not_said()}</Term>
            <Term term={m.documents_minutes_secretariat()}>
              {content.secretariat || m.documents_minutes_not_said()}
            </Term>
          </dl>
        </PanelBody>
      </Panel>
      <People title={m.documents_minutes_present()} people={content.present} open={open} from={0} />
      <People title={m.documents_minutes_absent()} people={content.absent} open={open} from={content.present.length} />
      <Cases open={open} />
      <div className="sv-row">
        {!stops && (
          <Button name="intent" value="save" icon="check">
            {m.documents_minutes_save()}
          </Button>
        )}
        <Button name="intent" value="discard" variant="tertiary" icon="trash">
          {m.documents_minutes_discard()}
        </Button>
      </div>
    </Form>
  );
}

function Term({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type PeopleProps = { title: string; people: Attendee[]; open: OpenMinutes; from: number };

function People({ title, people, open: { doubts, seats, bodyId }, from }: PeopleProps) {
  if (people.length === 0) return null;
  const rows = people.map((person, index) => ({ person, index: from + index }));
  const asks = ({ name, represents }: Attendee) =>
    doubts.some(({ code, words }) => code === "attendee" && words === [name, represents].filter(Boolean).join(", "));
  return (
    <Panel title={title} count={people.length}>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: "name",
            head: m.documents_minutes_name(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ person }) => (
              <>
                {person.substitute === ""
                  ? person.name
                  : m.documents_minutes_for({ substitute: person.substitute, name: person.name })}
                {person.chair && <small>{m.documents_minutes_chair()}</small>}
              </>
            ),
          },
          {
            id: "represents",
            head: m.documents_minutes_represents(),
            onSmall: "full",
            cell: ({ person, index }) =>
              asks(person) ? (
                <TextInput
                  name={minutesFields.place(index)}
                  label={m.documents_minutes_represents()}
                  labelHidden
                  width="medium"
                  defaultValue={person.represents}
                />
              ) : (
                person.represents
              ),
          },
          {
            id: "seat",
            head: m.documents_minutes_seat(),
            onSmall: "full",
            cell: ({ person, index }) => {
              if (asks(person)) return <Verdict verdict="asks">{m.documents_minutes_place_unknown()}</Verdict>;
              const seat = seats[index];
              if (bodyId === null || !seat)
                return <Verdict verdict="unchanged">{m.documents_minutes_no_seat()}</Verdict>;
              return <Verdict verdict="created">{m.documents_minutes_has_seat({ name: seat })}</Verdict>;
            },
          },
        ]}
      />
    </Panel>
  );
}

/** The cases, each with its parts under it, and what must be said of it. */
function Cases({ open: { content, doubts, bodies } }: { open: OpenMinutes }) {
  const lines = content.items.flatMap((item) => linesOf(item, item.number || item.title, 0));
  return (
    <Panel title={m.documents_minutes_agenda()} count={content.items.length}>
      <DataTable
        caption={m.documents_minutes_agenda()}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            id: "number",
            head: m.documents_minutes_number(),
            width: 112,
            onSmall: "full",
            cell: ({ item, depth }) => (depth === 0 ? item.number : item.letter) || "–",
          },
          {
            id: "title",
            head: m.documents_minutes_title(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ item, own }) => (
              <>
                {item.title}
                {doubts
                  .filter((doubt) => doubt.item === own)
                  .map((doubt) => (
                    <small key={`${doubt.code}${doubt.line}`} data-tone={doubt.code === "cut" ? undefined : "warning"}>
                      {doubtWords[doubt.code](doubt.words)}
                    </small>
                  ))}
                <CaseChoices item={item} bodies={bodies} />
              </>
            ),
          },
          {
            id: "outcome",
            head: m.documents_minutes_outcome(),
            width: 200,
            onSmall: "full",
            cell: ({ item }) => (item.outcome ? outcomeWords(item.outcome, item.proposal !== "") : "–"),
          },
        ]}
      />
    </Panel>
  );
}

type Line = { key: string; item: ContentItem; depth: number; own: string };

/** The rows of a case and its parts; `own` is what its doubts call it. */
function linesOf(item: ContentItem, own: string, depth: number, key = own): Line[] {
  const parts = item.parts.flatMap((part, index) =>
    linesOf(part, part.letter ? `${own} ${part.letter}` : `${own} – ${part.title}`, depth + 1, `${key}.${index}`),
  );
  return [{ key, item, depth, own }, ...parts];
}

function CaseChoices({ item, bodies }: { item: ContentItem; bodies: OpenMinutes["bodies"] }) {
  const { number, typedNumber, proposal, decision, passedOnTo } = item;
  if (number === "") return null;
  return (
    <>
      {typedNumber !== "" && (
        <RadioGroup
          name={minutesFields.keepYear(number)}
          legend={m.documents_minutes_which_number()}
          options={[
            { value: "", label: m.documents_minutes_number_corrected({ number }) },
            { value: "keep", label: m.documents_minutes_number_kept({ number: typedNumber }) },
          ]}
          defaultValue=""
        />
      )}
      {proposal !== "" && decision === "" && (
        <RadioGroup
          name={minutesFields.decided(number)}
          legend={m.documents_minutes_was_decided()}
          options={[
            { value: "", label: m.documents_minutes_undecided() },
            { value: "as_proposed", label: m.documents_minutes_decided_as_proposed() },
            { value: "changed", label: m.documents_minutes_decided_changed() },
          ]}
          defaultValue=""
        />
      )}
      {passedOnTo !== "" && (
        <Select
          name={minutesFields.passOn(number)}
          label={m.documents_minutes_passed_on()}
          width="medium"
          options={[
            { value: "", label: m.documents_minutes_not_passed_on() },
            ...bodies.map(({ name }) => ({ value: name, label: name })),
          ]}
          defaultValue={passedOnTo}
          {...(!bodies.some(({ name }) => name === passedOnTo) && {
            hint: m.documents_minutes_passed_on_unknown({ body: passedOnTo }),
          })}
        />
      )}
    </>
  );
}
