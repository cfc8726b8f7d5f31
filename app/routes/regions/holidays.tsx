import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { followHours } from "~/features/events/event-wakes.server";
import { addHoliday } from "~/features/regions/add-holidays.server";
import { holidaySchema } from "~/features/regions/holiday-form.schema";
import { holidaysView } from "~/features/regions/holidays.view.server";
import { HolidaysPage } from "~/features/regions/holidays-page";
import { type Membership, requireRegion } from "~/features/regions/membership.server";
import { removeHoliday } from "~/features/regions/remove-holiday.server";
import { SettingsHead } from "~/features/regions/settings-tabs";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** School years shown before the reader asks for all. */
const yearsShown = 4;

/** The region's school holidays and closed days. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "region.edit");
  const years = await withRegion(access, holidaysView);
  const all = new URL(request.url).searchParams.get("years") === "all";
  return {
    years: all ? years : years.slice(0, yearsShown),
    total: years.length,
    region: region.name,
    slug: region.slug,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const membership = await requireRegion(request, params.region, "region.edit");
  const form = await readForm(request);
  const intent = form.get("intent");
  if (intent === "add") return add(membership, form);
  if (intent === "remove") return remove(membership, form);
  return notFound();
}

async function add({ access, region }: Membership, form: FormData) {
  const parsed = parseForm(form, holidaySchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const added = await withRegion(access, async (db) => {
    const answer = await addHoliday(db, parsed.value);
    if (answer.ok) await followHours(db, new Date());
    return answer;
  });
  const { name } = parsed.value;
  if (added.ok) return redirectWithToast(paths.holidays(region.slug), m.regions_holiday_added({ name }));
  const days = describeDays(added.other);
  const message =
    added.reason === "same" ? m.regions_holiday_same() : m.regions_holiday_overlaps({ name: added.other.name, days });
  return data(refuse(form, { from: message }), { status: 400 });
}

async function remove({ access, region }: Membership, form: FormData) {
  const id = form.get("holiday");
  if (!isUuid(id)) notFound();
  const removed = await withRegion(access, async (db) => {
    const answer = await removeHoliday(db, id);
    if (answer.ok) await followHours(db, new Date());
    return answer;
  });
  if (!removed.ok) notFound();
  return redirectWithToast(paths.holidays(region.slug), m.regions_holiday_removed({ name: removed.name }));
}

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_holidays() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.regions_tab_holidays()} – ${m.regions_settings_title()} – ${view?.region ?? ""} – Samvirk` },
];

export default function HolidaysRoute() {
  const { years, total, slug } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <SettingsHead slug={slug} current="holidays" />
      <HolidaysPage
        key={`${total} ${years[0]?.holidays.length}`}
        years={years}
        total={total}
        slug={slug}
        refusal={refusal ?? null}
      />
    </>
  );
}
