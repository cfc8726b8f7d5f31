import { sumWords } from "~/features/accounts/amounts";
import type { ShownChange, SubmittedVersion } from "~/features/reports/report-page.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable, Empty } from "~/ui/table";

/** "Levert 22. november 2026 av Koordinator" */
export function submittedWords({ day: on, by }: Pick<SubmittedVersion, "day" | "by">): string {
  const day = describeDay(on);
  return by ? m.reports_submitted_by({ day, name: by }) : m.reports_submitted_day({ day });
}

/** The versions that were submitted: when, by whom, and what was corrected. */
export function VersionList({ versions, slug, round }: { versions: SubmittedVersion[]; slug: string; round: string }) {
  return (
    <Panel title={m.reports_versions()} count={versions.length || undefined}>
      {versions.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.reports_no_versions()}</p>
        </PanelBody>
      ) : (
        <DataTable<SubmittedVersion>
          caption={m.reports_versions()}
          rows={versions}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              ...{ id: "version", head: m.reports_doc_version(), rowHeader: true, onSmall: "full" },
              cell: (version) => (
                <>
                  <a className="sv-link" href={paths.submission(slug, round, version.number)}>
                    {m.reports_version_n({ number: version.number })}
                  </a>
                  <small>{submittedWords(version)}</small>
                </>
              ),
            },
            {
              ...{ id: "reason", head: m.reports_reason(), onSmall: "label" },
              cell: ({ reason }) => reason || <Empty label={m.common_empty_cell()} />,
            },
            {
              ...{ id: "file", head: m.reports_word_file(), headSpoken: true, align: "right", onSmall: "full" },
              cell: ({ number }) => (
                <LinkButton
                  {...{ variant: "tertiary", small: true, icon: "download", reloadDocument: true }}
                  to={paths.submissionFile(slug, round, number)}
                >
                  Word
                  <span className="ds-sr-only">, {m.reports_version_n({ number })}</span>
                </LinkButton>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

const kinds: Record<ShownChange["of"], () => string> = {
  text: () => m.reports_change_text(),
  figure: () => m.reports_change_figure(),
  source: () => m.reports_change_source(),
  answer: () => m.reports_change_answer(),
  row: () => m.reports_change_row(),
  income: sumWords.income,
  wages: sumWords.wages,
  other: sumWords.other,
  result: sumWords.result,
};

/** What a version says otherwise than the one before it. */
export function VersionChanges({ changes, number }: { changes: ShownChange[]; number: number }) {
  const words = (text: string) =>
    text === "" ? (
      <Empty label={m.common_empty_cell()} />
    ) : (
      <span className="sv-lines" dir="auto">
        {text}
      </span>
    );
  const title = m.reports_since_version({ number: number - 1 });
  return (
    <Panel title={title} count={changes.length || undefined}>
      {changes.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.reports_same_as_version({ number: number - 1 })}</p>
        </PanelBody>
      ) : (
        <DataTable<ShownChange>
          caption={title}
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            {
              ...{ id: "what", head: m.reports_change_what(), rowHeader: true, onSmall: "full" },
              cell: ({ of, name }) => (
                <>
                  {name || kinds[of]()}
                  {name && <small>{kinds[of]()}</small>}
                </>
              ),
            },
            { id: "before", head: m.reports_before(), onSmall: "label", cell: ({ before }) => words(before) },
            { id: "now", head: m.reports_now(), onSmall: "label", cell: ({ after }) => words(after) },
          ]}
        />
      )}
    </Panel>
  );
}
