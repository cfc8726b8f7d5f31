import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/domain/regions/written-standard";
import { fileWords } from "~/features/documents/file-name";
import { openTemplate } from "~/features/documents/open-template.server";
import { wordAnswer } from "~/features/documents/word-answer.server";
import { minutesPage } from "~/features/minutes/minutes-page.view.server";
import { minutesStateWords } from "~/features/minutes/minutes-state-words.server";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { todayIn } from "~/features/regions/today";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The minutes as a Word file. The library that writes it is read when the first is asked for: it is large. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, roles, minutesId, minutes } = await requireMinutes(request, params, "bodies.see");
  const today = todayIn(region.zone, systemClock());
  const page = await withRegion(access, (db) =>
    minutesPage(db, { minutesId, roles, personId: access.personId, today }),
  );
  if (!page || page.withheld) notFound();
  const standard = languageOf[region.defaultStandard];
  const template = await openTemplate(access, "minutes", page.bodyId);
  const { writeMinutesDocx } = await import("~/features/documents/minutes-docx.server");
  const state = minutesStateWords(page.state, standard);
  const bytes = await writeMinutesDocx(page.content, { standard, region, template, state });
  return wordAnswer(bytes, `referat-${fileWords(minutes.body.name)}-${page.content.day}`);
}
