import { Link } from "@remix-run/react";
import type { MinutesImportResult } from "~/features/documents/minutes-import.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Note } from "~/ui/note";

/** What saving did, with the way to it. */
export function MinutesSaved({ slug, result }: { slug: string; result: MinutesImportResult }) {
  return (
    <Note tone="success" title={m.documents_minutes_saved({ n: result.cases })}>
      {result.approved > 0 && <p>{m.documents_minutes_approved_earlier({ n: result.approved })}</p>}
      <Link to={paths.minutes(slug, result.bodyId, result.minutesId)}>{m.documents_minutes_show()}</Link>
    </Note>
  );
}
