import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/domain/regions/written-standard";
import { meetingFrame } from "~/features/cases/meeting.view.server";
import { requireMeeting } from "~/features/cases/require-meeting.server";
import { agendaDocument } from "~/features/documents/agenda-document.view.server";
import { fileWords } from "~/features/documents/file-name";
import { openTemplate } from "~/features/documents/open-template.server";
import { wordAnswer } from "~/features/documents/word-answer.server";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The agenda of a meeting as a Word file: whole for those who may see closed cases, but where `open` asks for less. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, bodyId, minutesId, seen } = await requireMeeting(request, params, "bodies.see");
  const language = languageOf[region.defaultStandard];
  const open = new URL(request.url).searchParams.has("open");
  const agenda = await withRegion(access, async (db) => {
    if (!(await meetingFrame(db, { bodyId, minutesId }))) return null;
    const closed = !open && (await seen(db))(bodyId);
    return agendaDocument(db, minutesId, { closed, language, zone: region.zone });
  });
  if (!agenda) notFound();
  const template = await openTemplate(access, "agenda", bodyId);
  const { writeLinesDocx } = await import("~/features/documents/minutes-docx.server");
  const { lines, terms, body, day, written } = agenda;
  const fields = { body, day: written };
  const bytes = await writeLinesDocx(lines, { language, region, template, terms, fields });
  return wordAnswer(bytes, `${m.documents_agenda_file({}, { locale: language })}-${fileWords(body)}-${day}`);
}
