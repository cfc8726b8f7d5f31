import { Form } from "@remix-run/react";
import type { PreviewRow, ReportPreview } from "~/features/attendance/report.view.server";
import { m } from "~/i18n/messages/messages";
import { Button, LinkButton } from "~/ui/button";
import { Select, TextInput } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { StateWords } from "~/ui/state";
import { type Column, DataTable, type Group } from "~/ui/table";

type Row = PreviewRow & { at: number };

/** Whom a report tells of: those who were found, those a person must look at, and those nobody knows. */
export function ReportReview({ preview, back, error }: { preview: ReportPreview; back: string; error?: string }) {
  const rows = preview.rows.map((row, at) => ({ ...row, at }));
  const of = (kind: Row["match"]["kind"]) => rows.filter((row) => row.enough && row.match.kind === kind);
  const brief = rows.filter(({ enough }) => !enough);
  const groups: Group<Row>[] = [
    { id: "doubtful", title: m.attendance_report_doubtful(), rows: of("doubtful") },
    { id: "unknown", title: m.attendance_report_unknown(), rows: of("unknown") },
    { id: "matched", title: m.attendance_report_matched(), rows: of("matched") },
    { id: "brief", title: m.attendance_report_brief({ least: preview.least }), rows: brief },
  ]
    .filter((group) => group.rows.length > 0)
    .map((group) => ({ ...group, count: group.rows.length }));
  const kept = JSON.stringify(preview.rows.map(({ name, email, minutes }) => ({ name, email, minutes })));
  const columns: Column<Row>[] = [
    {
      id: "row",
      head: m.attendance_report_in_report(),
      rowHeader: true,
      onSmall: "full",
      cell: ({ name, email }) => (
        <>
          {name}
          {email && <small className="sv-quiet">{email}</small>}
        </>
      ),
    },
    {
      id: "minutes",
      head: m.attendance_report_minutes(),
      align: "right",
      width: 90,
      onSmall: "label",
      cell: ({ minutes }) => (minutes === null ? m.attendance_report_minutes_unknown() : minutes),
    },
    {
      id: "who",
      head: m.attendance_report_on_list(),
      onSmall: "full",
      cell: (row) => <Who row={row} people={preview.people} />,
    },
  ];
  return (
    <Panel title={m.attendance_report_preview()} count={m.attendance_report_found({ n: rows.length })}>
      <Form method="post" className="sv-stack">
        <input type="hidden" name="rows" value={kept} />
        <PanelBody>
          <div className="sv-row sv-report__least">
            <TextInput
              type="number"
              name="least"
              min={0}
              label={m.attendance_report_least()}
              width="short"
              defaultValue={String(preview.least)}
              error={error}
            />
            <Button variant="secondary" name="intent" value="read">
              {m.attendance_report_again()}
            </Button>
          </div>
        </PanelBody>
        <DataTable
          caption={m.attendance_report_preview()}
          groups={groups}
          rowKey={({ at }) => String(at)}
          columns={columns}
        />
        <PanelBody>
          <div className="sv-row">
            <Button name="intent" value="save" icon="check">
              {m.attendance_report_save()}
            </Button>
            <LinkButton variant="tertiary" to={back}>
              {m.common_cancel()}
            </LinkButton>
          </div>
        </PanelBody>
      </Form>
    </Panel>
  );
}

function Who({ row, people }: { row: Row; people: ReportPreview["people"] }) {
  const { at, match, email, name: said, enough } = row;
  if (!enough) return <span className="sv-quiet">{m.attendance_report_left_out()}</span>;
  const words = (ticket: string) => [people[ticket]?.name, people[ticket]?.place].filter(Boolean).join(" · ");
  const name = `choice.${at}`;
  if (match.kind === "matched")
    return (
      <>
        <input type="hidden" name={name} value={match.ticket} />
        <StateWords state="done" note={match.by === "name" ? m.attendance_report_by_name() : undefined}>
          {words(match.ticket)}
        </StateWords>
      </>
    );
  const tickets = match.kind === "doubtful" ? match.tickets : [];
  const options = [
    { value: "", label: m.attendance_report_leave_out() },
    ...tickets.map((ticket) => ({ value: ticket, label: words(ticket) })),
    ...(email ? [{ value: "add", label: m.attendance_report_add() }] : []),
  ];
  if (options.length === 1) return <span className="sv-quiet">{m.attendance_report_no_address()}</span>;
  return <Select name={name} label={m.attendance_report_who({ name: said })} labelHidden options={options} />;
}
