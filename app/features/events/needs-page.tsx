import { Form } from "@remix-run/react";
import { answerNames } from "~/features/events/event-words";
import type { NeedsView } from "~/features/events/needs.view.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { DataTable } from "~/ui/table";

/** What those who come need, as a list to hang in the kitchen, and whether the event asks. */
export function NeedsPage({ view }: { view: NeedsView }) {
  const { asks, rows } = view;
  const toggle = (
    <Form method="post">
      <Button name="asks" value={asks ? "no" : "yes"} variant={asks || rows.length > 0 ? "secondary" : "primary"}>
        {asks ? m.events_needs_ask_stop() : m.events_needs_ask()}
      </Button>
    </Form>
  );
  if (rows.length === 0)
    return (
      <EmptyState
        icon="tasklist"
        title={asks ? m.events_needs_none() : m.events_needs_not_asked()}
        why={asks ? m.events_needs_none_asked() : m.events_needs_not_asked_why()}
        action={toggle}
      />
    );
  return (
    <div className="sv-stack">
      <Panel title={m.events_needs_list()} count={rows.length}>
        <DataTable
          caption={m.events_needs_list()}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              id: "name",
              head: m.events_col_name(),
              rowHeader: true,
              cell: (row) => [row.name, row.municipality].filter(Boolean).join(" · "),
            },
            {
              id: "needs",
              head: m.events_needs_col(),
              onSmall: "full",
              cell: (row) => <span className="sv-lines">{row.needs}</span>,
            },
            {
              id: "comes",
              head: m.events_needs_comes(),
              width: 130,
              onSmall: "full",
              cell: (row) => (row.comes ? answerNames[row.comes]() : m.events_answer_none()),
            },
          ]}
        />
      </Panel>
      <div className="sv-noprint">{toggle}</div>
    </div>
  );
}
