import { Form } from "@remix-run/react";
import { ContactCounts, ContactRows } from "~/features/documents/contact-sheet-preview";
import { FactCounts, FactRows, FreshAreas } from "~/features/documents/municipality-sheet-preview";
import type { ContactResult } from "~/features/documents/save-contact-sheet.server";
import type { FactsResult } from "~/features/documents/save-municipality-sheet.server";
import type { OpenSheet } from "~/features/documents/sheet-preview.view.server";
import { sheetColumnWords } from "~/features/documents/sheet-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";
import { type ImportVerdict, Verdict } from "~/ui/verdicts";

/** A sheet before it is saved: what it would do, with boxes to tick and the buttons that save or discard it. */
export function SheetReview({ open }: { open: OpenSheet }) {
  const { groups } = open;
  const asks = "asks" in groups ? groups.asks.rows.length : 0;
  const saves = groups.save.rows.length + asks;
  const columns = open.columns.map((column) => sheetColumnWords(column)).join(", ");
  return (
    <Form method="post" className="sv-stack">
      {open.kind === "contact_persons" ? <ContactCounts open={open} /> : <FactCounts open={open} />}
      {open.guessed && <Note tone="warning">{m.documents_sheet_guessed({ columns })}</Note>}
      {open.unknown.length > 0 && <Note>{m.documents_sheet_ignored({ columns: open.unknown.join(", ") })}</Note>}
      {saves === 0 && (
        <Note tone={groups.problem.rows.length > 0 ? "warning" : "success"} title={m.documents_sheet_nothing()}>
          {groups.problem.rows.length > 0 ? m.documents_sheet_nothing_mend() : m.documents_sheet_nothing_why()}
        </Note>
      )}
      {open.kind === "municipalities" && <FreshAreas open={open} />}
      {open.kind === "contact_persons" ? <ContactRows open={open} /> : <FactRows open={open} />}
      <Absent names={open.absent} />
      {saves > 0 && open.kind === "contact_persons" && <p className="sv-quiet">{m.documents_sheet_save_welcome()}</p>}
      <div className="sv-row">
        {saves > 0 && (
          <Button name="intent" value="save" icon="check">
            {m.documents_sheet_save()}
          </Button>
        )}
        <Button name="intent" value="discard" variant="tertiary" icon="trash">
          {m.documents_sheet_discard()}
        </Button>
      </div>
    </Form>
  );
}

function Absent({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <Panel title={m.documents_sheet_absent()} count={names.length}>
      <PanelBody>
        <p className="sv-quiet">{m.documents_sheet_absent_why()}</p>
        <p>{names.join(", ")}</p>
      </PanelBody>
    </Panel>
  );
}

type Done = (ContactResult | FactsResult)["rows"][number]["done"];

const done: Record<Done, [ImportVerdict, () => string]> = {
  new: ["created", () => m.documents_sheet_done_new()],
  "takes-over": ["updated", () => m.documents_sheet_done_takes_over()],
  renamed: ["updated", () => m.documents_sheet_done_renamed()],
  saved: ["updated", () => m.documents_sheet_done_saved()],
  left: ["unchanged", () => m.documents_sheet_done_left()],
  problem: ["problem", () => m.documents_sheet_done_problem()],
};

/** How many rows a sheet saved. */
export function savedRows({ rows }: ContactResult | FactsResult): number {
  return (rows as { done: Done }[]).filter((row) => row.done !== "left" && row.done !== "problem").length;
}

/** What a saved sheet did, row by row. */
export function SheetOutcome({ slug, result }: { slug: string; result: ContactResult | FactsResult }) {
  const rows: { line: number; municipality: string; done: Done }[] = result.rows;
  return (
    <>
      <Panel
        title={m.documents_sheet_result()}
        count={rows.length}
        foot={result.same > 0 ? m.documents_sheet_result_same({ n: result.same }) : undefined}
      >
        {rows.length === 0 ? (
          <PanelBody>
            <p>{m.documents_sheet_result_none()}</p>
          </PanelBody>
        ) : (
          <DataTable
            caption={m.documents_sheet_result()}
            rows={rows.slice(0, 500)}
            rowKey={({ line }) => String(line)}
            columns={[
              {
                id: "row",
                head: m.documents_sheet_row(),
                width: 72,
                quiet: true,
                onSmall: "label",
                cell: ({ line }) => line,
              },
              {
                id: "municipality",
                head: m.documents_sheet_municipality(),
                rowHeader: true,
                onSmall: "full",
                cell: ({ municipality }) => municipality,
              },
              {
                id: "done",
                head: m.documents_sheet_result(),
                onSmall: "full",
                cell: (row) => <Verdict verdict={done[row.done][0]}>{done[row.done][1]()}</Verdict>,
              },
            ]}
          />
        )}
      </Panel>
      <Absent names={result.absent} />
      <div className="sv-row">
        <LinkButton to={paths.municipalities(slug)} icon="pin">
          {m.documents_sheet_to_municipalities()}
        </LinkButton>
        <LinkButton to={paths.contactSheet(slug)} variant="secondary" icon="import">
          {m.documents_sheet_again()}
        </LinkButton>
      </div>
    </>
  );
}

/** Why a sheet was not saved. */
export function SheetRefused({ reason, lines }: { reason: string | null; lines: number[] }) {
  if (reason === "none-ticked")
    return (
      <Note tone="danger" live title={m.documents_sheet_none_ticked()}>
        {m.documents_sheet_preview_sub()}
      </Note>
    );
  if (reason === "changed")
    return (
      <Note tone="warning" live title={m.documents_sheet_changed_title()}>
        {m.documents_sheet_changed_why({ lines: lines.join(", ") })}
      </Note>
    );
  if (reason !== "closed") return null;
  return (
    <Note tone="warning" live title={m.documents_sheet_closed()}>
      {m.documents_sheet_closed_why()}
    </Note>
  );
}
