import type { JudgedContact } from "~/domain/documents/contact-sheet";
import type { OpenSheet } from "~/features/documents/sheet-preview.view.server";
import { contactNotes, contactVerdictWords } from "~/features/documents/sheet-words";
import { m } from "~/i18n/messages/messages";
import { Panel } from "~/ui/panel";
import { DataTable, Empty, type Group } from "~/ui/table";
import { CellChange, type ImportVerdict, Verdict, VerdictStrip } from "~/ui/verdicts";

type Props = { open: Extract<OpenSheet, { kind: "contact_persons" }> };

const marks: Record<JudgedContact["verdict"]["kind"], ImportVerdict> = {
  new: "created",
  renamed: "updated",
  "takes-over": "asks",
  same: "unchanged",
  vacant: "unchanged",
  problem: "problem",
};

/** How many rows of each verdict. */
export function ContactCounts({ open: { groups } }: Props) {
  const renamed = groups.save.rows.filter(({ verdict }) => verdict.kind === "renamed").length;
  const fresh = groups.save.rows.length - renamed;
  const all = (group: { rows: unknown[]; more: number }) => group.rows.length + group.more;
  return (
    <VerdictStrip
      items={[
        { verdict: "asks", count: groups.asks.rows.length, words: m.documents_sheet_count_asks() },
        { verdict: "created", count: fresh, words: m.documents_sheet_count_new({ n: fresh }) },
        { verdict: "updated", count: renamed, words: m.documents_sheet_count_renamed({ n: renamed }) },
        { verdict: "problem", count: all(groups.problem), words: m.documents_sheet_count_problems() },
        { verdict: "unchanged", count: all(groups.nothing), words: m.documents_sheet_count_same() },
      ]}
    />
  );
}

/** The rows of a sheet of contact persons, one verdict each, those that can be saved with a box to tick. */
export function ContactRows({ open: { groups } }: Props) {
  const heads = {
    asks: m.documents_sheet_group_asks(),
    save: m.documents_sheet_group_save(),
    problem: m.documents_sheet_group_problem(),
    nothing: m.documents_sheet_group_nothing(),
  };
  const shown = (["asks", "problem", "save", "nothing"] as const)
    .filter((id) => groups[id].rows.length > 0)
    .map((id): Group<JudgedContact> => {
      const { rows, more } = groups[id];
      const count = more > 0 ? `${rows.length} ${m.documents_sheet_more({ n: more })}` : rows.length;
      return { id, title: heads[id], count, rows };
    });
  const ticked = ({ verdict }: JudgedContact) => verdict.kind === "new" || verdict.kind === "renamed";
  return (
    <Panel title={m.documents_sheet_what_contacts()}>
      <DataTable<JudgedContact>
        caption={m.documents_sheet_what_contacts()}
        groups={shown}
        rowKey={({ line }) => String(line)}
        mark={({ verdict }) =>
          verdict.kind === "takes-over" ? "warning" : verdict.kind === "problem" ? "danger" : undefined
        }
        select={{
          name: "take[]",
          value: ({ line, seen }) => `${line}:${seen}`,
          label: ({ line, municipality, asked }) =>
            m.documents_sheet_take({ line, municipality: municipality?.name ?? asked }),
          allLabel: m.documents_sheet_take_all(),
          checked: ticked,
          disabled: (row) => !ticked(row) && row.verdict.kind !== "takes-over",
        }}
        columns={[
          {
            id: "municipality",
            head: m.documents_sheet_municipality(),
            rowHeader: true,
            onSmall: "full",
            cell: (row) => (
              <>
                {row.municipality?.name ?? (row.asked || <Empty label={m.common_empty_cell()} />)}
                <small className="sv-quiet">
                  {" "}
                  {m.documents_sheet_row().toLowerCase()} {row.line}
                </small>
              </>
            ),
          },
          {
            id: "contact",
            head: m.documents_sheet_contact(),
            onSmall: "full",
            cell: ({ name, email, verdict }) => (
              <>
                {verdict.kind === "renamed" ? (
                  <CellChange
                    before={verdict.from.name}
                    after={name}
                    beforeLabel={m.documents_before()}
                    afterLabel={m.documents_after()}
                  />
                ) : (
                  name || <Empty label={m.common_empty_cell()} />
                )}
                {email && <small className="sv-quiet sv-block"> {email}</small>}
              </>
            ),
          },
          {
            id: "verdict",
            head: m.documents_sheet_verdict(),
            onSmall: "full",
            cell: (row) => (
              <>
                <Verdict verdict={marks[row.verdict.kind]}>{contactVerdictWords(row.verdict)}</Verdict>
                {contactNotes(row).map((note) => (
                  <p key={note} className="sv-small sv-quiet">
                    {note}
                  </p>
                ))}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
