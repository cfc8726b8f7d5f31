import type { AnswerRow } from "~/domain/networks/answers";
import type { GatheringAnswers } from "~/features/networks/gatherings.view.server";
import { m } from "~/i18n/messages/messages";
import { AnswerBar } from "~/ui/answer-bar";
import { EmptyState } from "~/ui/empty-state";
import { Panel, PanelBody } from "~/ui/panel";
import { type State, StateGlyph } from "~/ui/state";
import { DataTable, Empty } from "~/ui/table";

const cells: Record<Exclude<AnswerRow["cells"][number], "not-asked">, { state: State; words: () => string }> = {
  accepted: { state: "yes", words: () => m.events_answer_yes() },
  tentative: { state: "maybe", words: () => m.events_answer_maybe() },
  declined: { state: "no", words: () => m.events_answer_no() },
  none: { state: "no-answer", words: () => m.events_answer_none() },
};

/** How a network's gatherings have been answered: a bar each, and the table it is drawn from, a line a municipality. */
export function AnswersOverTime({ answers }: { answers: GatheringAnswers }) {
  const { gatherings, rows, silentWords } = answers;
  if (gatherings.length === 0)
    return (
      <Panel title={m.networks_answers_time()}>
        <EmptyState icon="chart" title={m.networks_answers_none()} why={m.networks_answers_none_why()} />
      </Panel>
    );
  return (
    <Panel title={m.networks_answers_time()} id="answers">
      <PanelBody>
        <dl className="sv-form">
          {gatherings.map((gathering) => (
            <div key={gathering.id}>
              <dt className="sv-small">{gathering.day}</dt>
              <dd>
                <AnswerBar counts={gathering.counts} words={m.events_answer_words(gathering.counts)} />
              </dd>
            </div>
          ))}
        </dl>
        {silentWords && <p>{silentWords}</p>}
      </PanelBody>
      <DataTable
        caption={m.networks_answers_table()}
        small="scroll"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { id: "name", head: m.networks_member(), rowHeader: true, cell: ({ name }) => name },
          ...gatherings.map((gathering, at) => ({
            id: gathering.id,
            head: gathering.day,
            cell: (row: AnswerRow) => <Cell cell={row.cells[at] ?? "not-asked"} />,
          })),
        ]}
      />
    </Panel>
  );
}

function Cell({ cell }: { cell: AnswerRow["cells"][number] }) {
  if (cell === "not-asked") return <Empty label={m.networks_not_asked()} />;
  const { state, words } = cells[cell];
  return (
    <span className="sv-nowrap">
      <StateGlyph state={state} /> <span className="sv-small">{words()}</span>
    </span>
  );
}
