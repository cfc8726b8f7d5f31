import { Form } from "@remix-run/react";
import { parsePeriodKey } from "~/domain/communications-plan/period";
import type { FrozenRow, PlanDiff, RowCell, SectionDiff } from "~/domain/communications-plan/plan-diff";
import type { LineDiff } from "~/domain/shared/line-diff";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { PlanChanges } from "~/features/communications-plan/plan-changes.view.server";
import { cellNames } from "~/features/communications-plan/plan-words";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Select } from "~/ui/fields";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";
import { CellChange } from "~/ui/verdicts";

type Compared = NonNullable<PlanChanges["compared"]>;

/** What is compared, as the line under the title: "Sidan versjon 2, vedteken 12. april 2021 av styringsgruppa". */
export function comparedWords(compared: Compared, versions: PlanChanges["versions"]): string {
  const named = (number: number) => {
    const { adoptedOn = "", adoptedBy = "" } = versions.find((version) => version.number === number) ?? {};
    const words = { n: number, day: describeDay(adoptedOn) };
    return adoptedBy ? m.plan_changes_version_by({ ...words, by: adoptedBy }) : m.plan_changes_version(words);
  };
  const from = named(compared.since);
  if (compared.until === null) return m.plan_changes_since({ version: from });
  return m.plan_changes_between({ from, to: named(compared.until) });
}

/** How much there is of each kind of change, as one sentence: "2 nye tiltak, eitt teke ut, 3 endra." */
export function countWords({ facts, introduction, sections, rows }: PlanDiff): string {
  const text = facts.length + (introduction.length > 0 ? 1 : 0) + sections.length;
  const parts = [
    rows.added.length > 0 && m.plan_changes_count_added({ n: rows.added.length }),
    rows.removed.length > 0 && m.plan_changes_count_removed({ n: rows.removed.length }),
    rows.changed.length > 0 && m.plan_changes_count_changed({ n: rows.changed.length }),
    rows.moved.length > 0 && m.plan_changes_count_moved({ n: rows.moved.length }),
    text > 0 && m.plan_changes_count_text({ n: text }),
  ].filter((part) => part !== false);
  const sentence = parts.join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Which versions are compared: a form that gets the page again. */
export function ChooseVersions({ versions, compared }: { versions: PlanChanges["versions"]; compared: Compared }) {
  const options = versions.map(({ number, adoptedOn }) => ({
    value: String(number),
    label: m.plan_changes_option({ n: number, day: describeDay(adoptedOn) }),
  }));
  return (
    <Form className="sv-compare sv-noprint" role="search" aria-label={m.plan_changes_choose()}>
      <Select name="since" label={m.plan_changes_from_label()} options={options} defaultValue={compared.since} />
      <Select
        name="until"
        label={m.plan_changes_to_label()}
        options={options}
        placeholder={m.plan_changes_now()}
        defaultValue={compared.until ?? ""}
      />
      <Button variant="secondary">{m.common_show()}</Button>
    </Form>
  );
}

/** All that differs between two versions: rows that are new, changed, taken out and moved, and the text. */
export function PlanChangesPage({ diff }: { diff: PlanDiff }) {
  const { added, removed, changed, moved } = diff.rows;
  return (
    <div className="sv-stack sv-planchanges">
      {added.length > 0 && <RowsTable title={m.plan_changes_added()} rows={added} />}
      {changed.length > 0 && (
        <Panel title={m.plan_changes_changed()} count={changed.length}>
          <ul className="sv-list">
            {changed.map(({ row, cells }) => (
              <li key={row.id}>
                <div>
                  <h3>
                    <span className="sv-num sv-quiet">{row.number}</span> {row.channel}
                  </h3>
                  <dl className="sv-celldiff">
                    {cells.map(({ cell, before, after }) => (
                      <div key={cell}>
                        <dt>{cellName(cell)}</dt>
                        <dd className="sv-lines" dir="auto">
                          <Change before={before} after={after} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {removed.length > 0 && <RowsTable title={m.plan_changes_removed()} rows={removed} />}
      {moved.length > 0 && (
        <Panel title={m.plan_changes_moved()} count={moved.length} aside={m.plan_changes_moved_why()}>
          <ul className="sv-list">
            {moved.map(({ row, from, to }) => (
              <li key={row.id}>
                <div>
                  <b>{row.channel}</b>
                  <p>{m.plan_changes_moved_row({ from, to })}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <TextChanges diff={diff} />
    </div>
  );
}

const cellName = (cell: RowCell): string =>
  cell === "areas" ? m.plan_areas() : cell === "notes" ? m.plan_changes_notes() : cellNames[cell]();

function Change({ before, after }: { before: string; after: string }) {
  const labels = { beforeLabel: m.plan_changes_before(), afterLabel: m.plan_changes_after() };
  return <CellChange before={before} after={after || m.common_empty_cell()} {...labels} />;
}

/** Whole rows, as the plan has them. */
function RowsTable({ title, rows }: { title: string; rows: FrozenRow[] }) {
  const words = (text: string) => text || <Empty label={m.common_empty_cell()} />;
  const full = { onSmall: "label" as const };
  return (
    <Panel title={title} count={rows.length}>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: "channel", head: cellNames.channel(), rowHeader: true, onSmall: "full" },
            cell: ({ number, channel }) => (
              <>
                <span className="sv-num sv-quiet">{number}</span> {channel}
              </>
            ),
          },
          { id: "theme", head: cellNames.theme(), ...full, cell: ({ theme }) => words(theme) },
          { id: "when", head: cellNames.timing(), ...full, cell: ({ timing }) => words(timing) },
          { id: "responsible", head: cellNames.responsible(), ...full, cell: ({ responsible }) => words(responsible) },
          { id: "audience", head: cellNames.audience(), ...full, quiet: true, cell: ({ audience }) => words(audience) },
        ]}
      />
    </Panel>
  );
}

function TextChanges({ diff: { facts, introduction, sections } }: { diff: PlanDiff }) {
  if (facts.length + introduction.length + sections.length === 0) return null;
  const factWords = { period: m.plan_about_period(), preparedBy: m.plan_about_prepared_by() };
  const title = (key: string) => {
    const period = parsePeriodKey(key);
    return period ? periodTitle(period) : key;
  };
  return (
    <Panel title={m.plan_changes_text()}>
      <PanelBody>
        {facts.length > 0 && (
          <dl className="sv-celldiff">
            {facts.map(({ fact, before, after }) => (
              <div key={fact}>
                <dt>{factWords[fact]}</dt>
                <dd>
                  {fact === "period" ? (
                    <Change before={title(before)} after={title(after)} />
                  ) : (
                    <Change before={before} after={after} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {introduction.length > 0 && (
          <section>
            <h3>{m.plan_about_introduction()}</h3>
            <Lines lines={introduction} />
          </section>
        )}
        {sections.map((section) => (
          <SectionChange key={section.section.id} diff={section} />
        ))}
      </PanelBody>
    </Panel>
  );
}

function SectionChange({ diff }: { diff: SectionDiff }) {
  const { heading, body } = diff.section;
  if (diff.kind === "changed")
    return (
      <section>
        <h3 dir="auto">{diff.heading ? <Change {...diff.heading} /> : heading}</h3>
        <Lines lines={diff.lines} />
      </section>
    );
  const whole = body.split("\n").map((text): LineDiff => ({ kind: diff.kind, text }));
  return (
    <section>
      <h3 dir="auto">
        {heading}{" "}
        <small className="sv-quiet">
          {diff.kind === "added" ? m.plan_changes_section_added() : m.plan_changes_section_removed()}
        </small>
      </h3>
      {body && <Lines lines={whole} />}
    </section>
  );
}

/** The lines of a text that were removed and added, with the nearest that were kept around them. */
function Lines({ lines }: { lines: readonly LineDiff[] }) {
  const near = (at: number) => [at - 1, at, at + 1].some((one) => lines[one] && lines[one].kind !== "same");
  const keyed = lines.map((line, at) => ({ ...line, key: at, shown: near(at) }));
  const shown = keyed.filter(({ text, kind, shown: isNear }) => isNear && (text !== "" || kind === "same"));
  return (
    <ul className="sv-linediff">
      {shown.map(({ key, kind, text }, at) => {
        const gap = at > 0 && (shown[at - 1]?.key ?? key) < key - 1 && kind === "same";
        return (
          <li key={key} dir="auto" data-gap={gap || undefined}>
            {kind === "same" ? text : kind === "removed" ? <Removed>{text}</Removed> : <Added>{text}</Added>}
          </li>
        );
      })}
    </ul>
  );
}

const Removed = ({ children }: { children: string }) => (
  <del>
    <span className="ds-sr-only">{m.plan_changes_line_removed()} </span>
    {children}
  </del>
);

const Added = ({ children }: { children: string }) => (
  <ins>
    <span className="ds-sr-only">{m.plan_changes_line_added()} </span>
    {children}
  </ins>
);
