import { offeredLanguages } from "~/domain/regions/written-standard";
import { findRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { chosenLocale } from "~/i18n/locale.server";
import type { Access } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import { answerIn } from "~/platform/request-context.server";

/**
 * A region as everybody may see it, nobody signed in. An address that names none is 404. The page is written in what
 * the region writes in until the reader has chosen.
 */
export async function requirePublicRegion(request: Request, slug: string | undefined, now: Date) {
  const region = await findRegion(slug ?? "");
  if (!region) notFound();
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen) answerIn(region.defaultStandard === "nynorsk" ? "nn" : "nb");
  const access: Access = { regionId: region.id, personId: null, via: "link" };
  return {
    access,
    zone: region.zone,
    today: todayIn(region.zone, now),
    page: {
      slug: region.slug,
      name: region.name,
      programme: region.programme,
      mark: {
        initials: region.initials,
        name: region.programme || region.name,
        ...(region.programme && { sub: region.name }),
      },
      dress: { accent: region.accent, kind: "public" as const },
      languages: offeredLanguages(region.languages),
    },
  };
}
