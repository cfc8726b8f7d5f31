import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { askAgain } from "~/features/subscriptions/ask-subscription.server";
import { asksToConfirm, confirmSubscription } from "~/features/subscriptions/confirm-subscription.server";
import { SubscriptionLinkGone } from "~/features/subscriptions/link-gone";
import { answerReader } from "~/features/subscriptions/reader-language.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { proofOf } from "~/platform/tokens.server";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";
import { Card, CardSection, Done } from "~/ui/public-parts";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const n = data?.view?.newsletters.length ?? 0;
  const title = !data?.view
    ? m.subscriptions_link_gone()
    : data.view.confirmed
      ? m.subscriptions_confirmed({ n })
      : m.subscriptions_confirm_title({ n });
  return [{ title: `${title} – Samvirk` }, { name: "robots", content: "noindex" }];
};

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const found = await withRegion(access, (db) => asksToConfirm(db, { token, now }));
  answerReader(request, found?.locale);
  const view = found && { newsletters: found.newsletters, confirmed: found.confirmed };
  return data({ page, dress: page.dress, view, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

type Answer = { failed: boolean; sent: boolean };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const form = await readForm(request);
  const refuse = (status: number) => data<Answer>({ failed: true, sent: false }, { status });
  if (!(await withinLimit("answer-network", context.ip))) return refuse(429);
  if (form.get("proof") !== proofOf(token)) return refuse(400);
  const locale = getLocale();
  if (form.get("intent") === "new-link") {
    if (!(await withinLimit("subscription-address", token))) return refuse(429);
    await withRegion(access, (db) => askAgain(db, { token, locale, now }));
    return data<Answer>({ failed: false, sent: true });
  }
  const confirmed = await withRegion(access, (db) => confirmSubscription(db, { token, locale, now }));
  if (!confirmed) return refuse(409);
  return redirect(paths.subscription(page.slug, token) + new URL(request.url).search);
}

export default function ConfirmRoute() {
  const { page, view, proof } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  if (!view)
    return (
      <PublicRegionFrame region={page}>
        <SubscriptionLinkGone slug={page.slug} renew={{ proof, sent: told?.sent ?? false }} />
      </PublicRegionFrame>
    );
  const n = view.newsletters.length;
  const names = (
    <ul className="sv-points">
      {view.newsletters.map(({ id, name, description }) => (
        <li key={id}>
          <b>{name}</b>
          {description && <div className="sv-quiet sv-small">{description}</div>}
        </li>
      ))}
    </ul>
  );
  return (
    <PublicRegionFrame region={page}>
      <Card>
        <CardSection>
          {view.confirmed ? (
            <>
              <Done title={m.subscriptions_confirmed({ n })}>{m.subscriptions_confirmed_why()}</Done>
              {names}
              <p>
                <Link to={paths.publicNewsletters(page.slug)}>{m.subscriptions_read_earlier()}</Link>
              </p>
            </>
          ) : (
            <>
              <h1>{m.subscriptions_confirm_title({ n })}</h1>
              {told?.failed && (
                <Note tone="danger" live>
                  {m.subscriptions_failed()}
                </Note>
              )}
              {names}
              <p>{m.subscriptions_confirm_why()}</p>
              <Form method="post">
                <input type="hidden" name="proof" value={proof} />
                <Button accent>{m.subscriptions_confirm_button()}</Button>
              </Form>
            </>
          )}
        </CardSection>
      </Card>
    </PublicRegionFrame>
  );
}
