import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { changePreferences } from "~/features/subscriptions/change-preferences.server";
import { SubscriptionLinkGone } from "~/features/subscriptions/link-gone";
import { preferencesView } from "~/features/subscriptions/preferences.view.server";
import { preferencesSchema } from "~/features/subscriptions/preferences-form.schema";
import { PreferencesPage } from "~/features/subscriptions/preferences-page";
import { answerReader } from "~/features/subscriptions/reader-language.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { proofOf } from "~/platform/tokens.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view ? m.subscriptions_choose() : m.subscriptions_link_gone()} – Samvirk` },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page, today } = await requirePublicRegion(request, params.region, now);
  const found = await withRegion(access, (db) => preferencesView(db, { token, today, now }));
  answerReader(request, found?.locale);
  const view = found && {
    newsletters: found.newsletters,
    invitations: found.invitations,
    reminders: found.reminders,
    none: found.none,
    locale: found.locale,
    email: found.email,
  };
  return data({ page, dress: page.dress, view, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page, today } = await requirePublicRegion(request, params.region, now);
  const form = await readForm(request);
  const refuse = (status: number) => data({ failed: true }, { status });
  if (!(await withinLimit("answer-network", context.ip))) return refuse(429);
  if (form.get("proof") !== proofOf(token)) return refuse(400);
  const parsed = parseForm(form, preferencesSchema());
  if (!parsed.ok) return refuse(400);
  const saved = await withRegion(access, (db) => changePreferences(db, { token, today, wanted: parsed.value, now }));
  if (!saved) return refuse(409);
  const lang = new URL(request.url).searchParams.get("lang");
  const query = new URLSearchParams({ saved: "yes", ...(lang && { lang }) });
  return redirect(`${paths.mailPreferences(page.slug, token)}?${query}`);
}

export default function PreferencesRoute() {
  const { page, view, proof } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <PublicRegionFrame region={page}>
      {view ? (
        <PreferencesPage
          view={view}
          region={page}
          proof={proof}
          saved={search.get("saved") === "yes" && !told}
          failed={told?.failed ?? false}
        />
      ) : (
        <SubscriptionLinkGone slug={page.slug} renew={null} />
      )}
    </PublicRegionFrame>
  );
}
