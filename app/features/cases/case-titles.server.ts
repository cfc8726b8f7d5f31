import { writtenLocale } from "~/domain/municipalities/written-locale";
import { ownRegion } from "~/features/regions/own-region.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The words of the cases that come by themselves, in the region's written standard: they are the body's, not the reader's. */
export async function caseTitles(db: RegionDb) {
  const { defaultStandard } = await ownRegion(db);
  const locale = writtenLocale(null, defaultStandard);
  const say = { locale };
  return {
    opening: m.cases_title_opening({}, say),
    approved: m.cases_proposal_approved({}, say),
    minutes: (day: string, electronic: boolean) => {
      const date = day.split("-").reverse().join(".");
      return electronic ? m.cases_title_electronic_minutes({ date }, say) : m.cases_title_minutes({ date }, say);
    },
    minutesOf: (body: string, day: string) =>
      m.cases_title_minutes_of({ body, date: day.split("-").reverse().join(".") }, say),
    minutesNoted: m.cases_proposal_minutes_noted({}, say),
    minutesApproved: m.cases_proposal_minutes_approved({}, say),
    other: m.cases_title_other({}, say),
  };
}
