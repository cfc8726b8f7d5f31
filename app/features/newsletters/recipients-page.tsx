import { stateWords } from "~/features/delivery/delivery-words";
import type { GoesTo, IssueRecipients, SentTo } from "~/features/newsletters/issue-recipients.view.server";
import { m } from "~/i18n/messages/messages";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { Columns, Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { DataTable } from "~/ui/table";

type Props = { view: IssueRecipients; base: string };

/** Who gets an issue or got it, with what each gets it as; beside them the numbers, and who does not get it and why. */
export function RecipientsPage({ view, base }: Props) {
  return (
    <Columns
      main={
        <>
          {view.total === 0 && <Note tone="warning">{m.newsletters_nobody_gets_it()}</Note>}
          {view.kind === "sent" ? <SentTable view={view} /> : <GoesTable view={view} />}
          {view.next && <ShowMore to={`${base}?after=${view.next}`} label={m.common_next_50()} />}
        </>
      }
      side={
        <>
          <Numbers view={view} />
          {view.kind === "goes" && <KeptOut view={view} />}
        </>
      }
    />
  );
}

const languageNames: Record<string, () => string> = {
  nb: () => m.newsletters_in_nb(),
  nn: () => m.newsletters_in_nn(),
  en: () => m.newsletters_in_en(),
};

const becauseNames = {
  contact: () => m.newsletters_because_contact(),
  member: () => m.newsletters_because_member(),
  audience: () => m.newsletters_because_audience(),
  subscriber: () => m.newsletters_because_subscriber(),
};

function GoesTable({ view }: { view: GoesTo }) {
  const rows = [
    ...view.people.map((one) => ({ ...one, key: one.personId as string })),
    ...view.unnamed.map((one) => ({
      ...{ ...one, key: one.email, locale: "" as const, because: "audience" as const, municipalityName: null },
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.newsletters_recipients()}
        layout="fixed"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            id: "name",
            head: m.newsletters_recipients_name(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ name, email }) => (
              <>
                {name}
                <small>{email}</small>
              </>
            ),
          },
          {
            id: "because",
            head: m.newsletters_recipients_because(),
            width: 240,
            onSmall: "label",
            cell: ({ because, municipalityName }) =>
              because === "contact" && municipalityName
                ? m.newsletters_because_contact_of({ municipality: municipalityName })
                : becauseNames[because](),
          },
          {
            id: "language",
            head: m.newsletters_by_language(),
            width: 120,
            onSmall: "label",
            cell: ({ locale }) => languageNames[locale]?.() ?? "",
          },
        ]}
      />
    </div>
  );
}

function SentTable({ view }: { view: SentTo }) {
  if (view.people.length === 0) return null;
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.newsletters_recipients()}
        layout="fixed"
        rows={view.people}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            head: m.newsletters_recipients_name(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ name, email }) => (
              <>
                {name}
                <small>{email}</small>
              </>
            ),
          },
          {
            id: "language",
            head: m.newsletters_by_language(),
            width: 120,
            onSmall: "label",
            cell: ({ locale }) => languageNames[locale]?.() ?? "",
          },
          {
            id: "state",
            head: m.newsletters_issues_state(),
            width: 180,
            onSmall: "label",
            cell: ({ state }) => stateWords(state),
          },
        ]}
      />
    </div>
  );
}

function Numbers({ view }: { view: IssueRecipients }) {
  const parts: [string, number][] =
    view.kind === "sent"
      ? view.states.map(([state, count]) => [stateWords(state), count])
      : view.because.map(([because, count]) => [becauseNames[because](), count]);
  const languages = view.languages.map(([language, n]): [string, number] => [languageNames[language]?.() ?? "", n]);
  return (
    <Panel title={m.newsletters_recipients()} count={view.total}>
      <PanelBody>
        <dl className="sv-terms">
          {[...parts, ...languages].map(([words, count]) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd className="sv-num">{count}</dd>
            </div>
          ))}
        </dl>
      </PanelBody>
    </Panel>
  );
}

/** How many of those who do not get it are named. */
const mostNamed = 30;

function KeptOut({ view }: { view: GoesTo }) {
  const out = [
    ...view.out.held.map((one) => ({ ...one, why: m.newsletters_out_held() })),
    ...view.out.optedOut.map((one) => ({ ...one, why: m.newsletters_out_opted() })),
    ...view.out.left.map((one) => ({ ...one, why: m.newsletters_out_left() })),
  ];
  if (out.length === 0) return null;
  return (
    <Panel title={m.newsletters_kept_out()} count={out.length}>
      <Rows>
        {out.slice(0, mostNamed).map(({ personId, name, why }) => (
          <Row key={personId} icon="person" title={name} note={why} />
        ))}
      </Rows>
      {out.length > mostNamed && (
        <PanelBody>
          <p className="sv-quiet">{m.newsletters_out_more({ n: out.length - mostNamed })}</p>
        </PanelBody>
      )}
    </Panel>
  );
}
