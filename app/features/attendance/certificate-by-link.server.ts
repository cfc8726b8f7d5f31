import { certificateByLink } from "~/features/attendance/certificate.view.server";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { chosenLocale } from "~/i18n/locale.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import { answerIn } from "~/platform/request-context.server";

/** The page of a certificate by a personal link, in the language of who it is for until she has chosen another. */
export async function certificatePage(
  request: Request,
  params: { region?: string | undefined; token?: string | undefined },
  purpose: "answer" | "registration",
  now: Date,
) {
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const token = params.token ?? "";
  const view = await withRegion(access, (db) => certificateByLink(db, { token, purpose, now }));
  if (!view) notFound();
  const chosen = chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" });
  if (!chosen && (view.locale === "nb" || view.locale === "nn" || view.locale === "en")) answerIn(view.locale);
  return { view, page, dress: page.dress };
}
