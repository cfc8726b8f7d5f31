import { Form } from "@remix-run/react";
import type { Join } from "~/domain/documents/types";
import { columnWords, kindWords } from "~/features/documents/document-words";
import { conflictField, joinField } from "~/features/documents/import-fields";
import { YearFields } from "~/features/documents/import-form";
import type { ImportPreview, PreviewConflict } from "~/features/documents/import-preview.view.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

type Props = { preview: ImportPreview; values: Record<string, string>; errors: Record<string, string> };

/** What a person decides before an import is saved, and the buttons that save or discard it. */
export function ImportReview({ preview, values, errors }: Props) {
  const { doubts, conflicts, needsPeriod, problems, saves } = preview;
  const open = doubts.length > 0 || conflicts.length > 0 || needsPeriod;
  const mayTake = conflicts.length > 0;
  return (
    <Form method="post" id="review" className="sv-stack">
      {needsPeriod && (
        <Panel title={m.documents_years()}>
          <PanelBody>
            <p>{m.documents_period_needed()}</p>
            <YearFields values={values} errors={errors} required />
          </PanelBody>
        </Panel>
      )}
      {doubts.length > 0 && (
        <Panel title={m.documents_doubts()} count={doubts.length}>
          <PanelBody>
            <p>{m.documents_doubts_why()}</p>
            {doubts.map((doubt) => (
              <DoubtChoice key={doubt.id} doubt={doubt} />
            ))}
          </PanelBody>
        </Panel>
      )}
      {conflicts.length > 0 && (
        <Panel title={m.documents_conflicts()} count={conflicts.length}>
          <PanelBody>
            <p>{m.documents_conflicts_why()}</p>
            {conflicts.map((conflict) => (
              <ConflictChoice key={conflict.id} conflict={conflict} />
            ))}
          </PanelBody>
        </Panel>
      )}
      {problems.length === 0 && saves === 0 && !mayTake && (
        <Note tone="success" title={m.documents_nothing_to_save()}>
          {m.documents_nothing_to_save_why()}
        </Note>
      )}
      <div className="sv-row">
        {problems.length === 0 && (saves > 0 || mayTake) && (
          <Button name="intent" value="save" icon="check">
            {saves > 0 ? m.documents_save({ n: saves }) : m.documents_save_choices()}
          </Button>
        )}
        {open && (
          <Button name="intent" value="choose" variant={needsPeriod ? "primary" : "secondary"}>
            {needsPeriod ? m.documents_use_period() : m.documents_show_again()}
          </Button>
        )}
        <Button name="intent" value="discard" variant="tertiary" icon="trash">
          {m.documents_discard()}
        </Button>
      </div>
    </Form>
  );
}

function DoubtChoice({ doubt }: { doubt: ImportPreview["doubts"][number] }) {
  const { id, kind, table, row, line, column, left, right, choices, chosen } = doubt;
  const words: Record<Join, string> = {
    space: m.documents_join_space({ joined: `${left} ${right}` }),
    none: m.documents_join_none({ joined: `${left}${right}` }),
    "new-row": m.documents_join_new_row({ right }),
  };
  const place = { number: table, kind: kindWords(kind, null), row, line, column: columnWords(kind, column) };
  return (
    <RadioGroup
      name={joinField(id)}
      legend={m.documents_doubt_place(place)}
      hint={m.documents_doubt_sides({ left, right })}
      options={choices.map((value) => ({ value, label: words[value] }))}
      defaultValue={chosen}
    />
  );
}

function ConflictChoice({ conflict }: { conflict: PreviewConflict }) {
  const { id, kind, period, row, name, chosen, changes } = conflict;
  return (
    <div className="sv-stack">
      <RadioGroup
        name={conflictField(id)}
        legend={m.documents_conflict_place({ name, kind: kindWords(kind, period), row })}
        options={[
          { value: "keep", label: m.documents_keep() },
          { value: "take", label: m.documents_take() },
        ]}
        defaultValue={chosen}
      />
      <DataTable<Change>
        caption={name}
        rows={changes}
        rowKey={({ column }) => column}
        columns={[
          {
            id: "column",
            head: m.documents_cell(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ column }) => columnWords(kind, column),
          },
          side("imported", m.documents_side_imported()),
          side("current", m.documents_side_current()),
          side("incoming", m.documents_side_incoming()),
        ]}
      />
    </div>
  );
}

type Change = PreviewConflict["changes"][number];

function side(id: "imported" | "current" | "incoming", head: string) {
  const cell = (change: Change) => change[id] || <Empty label={m.common_empty_cell()} />;
  return { id, head, onSmall: "label" as const, cell };
}
