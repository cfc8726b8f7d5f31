import type { ResultsView } from "~/features/feedback/results.view.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Panel, PanelBody } from "~/ui/panel";
import { DataTable } from "~/ui/table";

type Result = ResultsView["results"][number];

/** What was answered to one question: bars with their table, or the texts. */
export function ResultPanel({ result }: { result: Result }) {
  return (
    <Panel title={result.label} count={m.feedback_answered({ n: result.answered })}>
      {result.kind === "texts" ? <Texts texts={result.texts} /> : <Counts result={result} />}
    </Panel>
  );
}

function Texts({ texts }: { texts: string[] }) {
  if (texts.length === 0)
    return (
      <PanelBody>
        <p className="sv-quiet">{m.feedback_no_texts()}</p>
      </PanelBody>
    );
  return (
    <ul className="sv-list sv-feedback__texts">
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts may be alike, and stand as they are
        <li key={at}>
          <p className="sv-lines sv-prose">{text}</p>
        </li>
      ))}
    </ul>
  );
}

function Counts({ result }: { result: Extract<Result, { kind: "counts" }> }) {
  const most = Math.max(1, ...result.counts.map(({ count }) => count));
  const share = (count: number) => (result.answered === 0 ? 0 : Math.round((count / result.answered) * 100));
  const mean = result.mean?.toLocaleString(getLocale() === "en" ? "en-GB" : "nb-NO", { maximumFractionDigits: 1 });
  return (
    <>
      {mean !== undefined && (
        <PanelBody>
          <p>{m.feedback_mean({ mean })}</p>
        </PanelBody>
      )}
      <DataTable
        caption={result.label}
        rows={result.counts}
        rowKey={({ label }) => label}
        columns={[
          { id: "option", head: m.feedback_option(), rowHeader: true, cell: ({ label }) => label },
          {
            id: "bar",
            head: m.feedback_bar(),
            headSpoken: true,
            onSmall: "full",
            cell: ({ count }) => (
              <svg className="sv-bar-row" width="100%" height={12} aria-hidden="true">
                <rect width="100%" height={12} rx={2} data-track />
                <rect width={`${((count / most) * 100).toFixed(2)}%`} height={12} rx={2} />
              </svg>
            ),
          },
          { id: "count", head: m.feedback_count(), align: "right", width: 80, cell: ({ count }) => count },
          {
            id: "share",
            head: m.feedback_share(),
            align: "right",
            width: 80,
            cell: ({ count }) => `${share(count)} %`,
          },
        ]}
      />
    </>
  );
}
