import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageOf, offeredLanguages } from "~/domain/regions/written-standard";
import { findRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { readOwnRowForm, refusedOwnRow } from "~/features/reports/own-row-form.server";
import { ownRowsView, saveOwnRow } from "~/features/reports/own-rows.view.server";
import { OwnRowsPage, type RefusedOwnRow } from "~/features/reports/own-rows-page";
import { chosenLocale } from "~/i18n/locale.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { answerIn } from "~/platform/request-context.server";
import { proofOf } from "~/platform/tokens.server";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view?.round.name ?? m.events_link_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const now = systemClock();
  const access = { regionId: region?.id ?? "", personId: null, via: "link" as const };
  const view =
    region && (await withRegion(access, (db) => ownRowsView(db, { token, now, today: todayIn(region.zone, now) })));
  if (!chosenLocale({ url: request.url, cookie: request.headers.get("Cookie") ?? "" }))
    answerIn(languageOf[region?.defaultStandard ?? "bokmal"]);
  const query = new URL(request.url).searchParams;
  const [row, what] = [query.get("row"), query.get("said")];
  const dress = { accent: region?.accent ?? "fjord", kind: "public" as const };
  const mark = region && { initials: region.initials, name: region.programme || region.name, sub: region.name };
  const languages = region ? offeredLanguages(region.languages) : undefined;
  const said = row && what ? { row, what } : null;
  return data({ view, said, mark, dress, languages, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const region = await findRegion(params.region ?? "");
  const refuse = (reason: Parameters<typeof refusedOwnRow>[1], status: number) =>
    data<RefusedOwnRow>(refusedOwnRow(form, reason), { status });
  if (!(await withinLimit("answer-network", context.ip))) return refuse({ reason: "failed" }, 429);
  if (!region || form.get("proof") !== proofOf(token)) return refuse({ reason: "failed" }, 400);
  const now = systemClock();
  const input = readOwnRowForm(form, todayIn(region.zone, now));
  if (!input.ok) return data<RefusedOwnRow>(input.refused, { status: 400 });
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const saved = await withRegion(access, (db) => saveOwnRow(db, { token, now }, input.value));
  if (!saved.ok) {
    const status = { missing: 400, "owner-gone": 400, gone: 404, "not-found": 404 }[saved.reason as string] ?? 409;
    return refuse(saved, status);
  }
  const what = input.value.intent === "take-back" ? "take-back" : saved.state;
  throw redirect(`${paths.ownReportRows(region.slug, token)}?row=${input.value.id}&said=${what}`);
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export default function OwnRowsRoute() {
  const { view, said, mark, languages, proof } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <PublicPage
      mark={mark ?? undefined}
      languages={languages}
      links={[
        { label: m.public_privacy(), to: paths.privacy() },
        { label: m.public_accessibility(), to: paths.accessibility() },
      ]}
    >
      {view ? (
        <OwnRowsPage view={view} proof={proof} said={refused ? null : said} refused={refused} />
      ) : (
        <Card>
          <CardSection>
            <h1>{m.events_link_gone()}</h1>
            <p>{m.reports_own_gone_why()}</p>
          </CardSection>
        </Card>
      )}
    </PublicPage>
  );
}
