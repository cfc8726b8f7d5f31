import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  type HolidayReview,
  receiveHolidays,
  reviewHolidays,
  saveHolidays,
} from "~/features/documents/holiday-sheet.server";
import { HolidaySheetPage } from "~/features/documents/holiday-sheet-page";
import { followHours } from "~/features/events/event-wakes.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** School holidays and closed days from a spreadsheet, with a look at every line before anything is saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region } = await requireRegion(request, params.region, "region.edit");
  return { slug: region.slug, region: region.name };
}

type Answer = {
  problems: { field: string; message: string }[];
  text: string;
  review: HolidayReview | null;
  changed: boolean;
};

const answer = (told: Partial<Answer>, status: number) =>
  data({ problems: [], text: "", review: null, changed: false, ...told } satisfies Answer, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region } = await requireRegion(request, params.region, "region.edit");
  if (request.headers.has(tooLargeHeader))
    return answer({ problems: [{ field: "file", message: m.documents_sheet_too_large() }] }, 413);
  const form = await readForm(request);
  const intent = form.get("intent");
  if (intent !== "read" && intent !== "save") notFound();
  const received = await receiveHolidays(form);
  if (!received.ok) return answer({ problems: received.problems, text: valuesOf(form).table ?? "" }, 400);
  const { lines, text } = received;
  if (intent === "read") {
    const review = await withRegion(access, (db) => reviewHolidays(db, lines));
    return answer({ text, review }, 200);
  }
  const seen = String(form.get("seen") ?? "");
  const saved = await withRegion(access, async (db) => {
    const answer = await saveHolidays(db, { lines, seen });
    if (answer.ok) await followHours(db, new Date());
    return answer;
  });
  if (saved.ok) return redirectWithToast(paths.holidays(region.slug), m.documents_holidays_saved({ n: saved.added }));
  return answer({ text, review: saved.review, changed: true }, 409);
}

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_holidays(), to: paths.holidays(slug) },
    { label: m.documents_holidays_title() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.documents_holidays_title()} – ${view?.region ?? ""} – Samvirk` },
];

export default function HolidaySheetRoute() {
  const { slug } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const { problems = [], text = "", review = null, changed = false } = told ?? {};
  return (
    <>
      <PageHead
        title={m.documents_holidays_title()}
        sub={review ? m.documents_holidays_preview_sub() : m.documents_holidays_sub()}
      />
      <HolidaySheetPage slug={slug} problems={problems} text={text} review={review} changed={changed} />
    </>
  );
}
