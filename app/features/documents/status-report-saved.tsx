import type { StatusReportResult } from "~/features/documents/status-report-import.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";

/** What saving a report did, with the way to its round. */
export function StatusReportSaved({ slug, result }: { slug: string; result: StatusReportResult }) {
  const { name, created, updated, unchanged, kept, asks, caseId, roundId } = result;
  return (
    <Note tone="success" title={m.documents_sr_saved({ name })}>
      <p>{m.documents_sr_saved_rows({ created, updated, unchanged, kept })}</p>
      {asks > 0 && <p>{m.documents_sr_saved_asks({ n: asks })}</p>}
      {caseId && <p>{m.documents_sr_saved_case()}</p>}
      <LinkButton to={paths.round(slug, roundId)} icon="chart" variant="secondary">
        {m.documents_sr_to_round()}
      </LinkButton>
    </Note>
  );
}
