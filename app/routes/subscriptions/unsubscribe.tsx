import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { asksToLeave, leaveNewsletter } from "~/features/subscriptions/leave-newsletter.server";
import { SubscriptionLinkGone } from "~/features/subscriptions/link-gone";
import { answerReader } from "~/features/subscriptions/reader-language.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { proofOf } from "~/platform/tokens.server";
import { Button } from "~/ui/button";
import { Note } from "~/ui/note";
import { Card, CardSection, Done } from "~/ui/public-parts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.view ? m.subscriptions_leave_title({ newsletter: data.view.name }) : m.subscriptions_link_gone()} – Samvirk`,
  },
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing (L1), whoever or whatever opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const found = await withRegion(access, (db) => asksToLeave(db, { token, now }));
  answerReader(request, found?.locale);
  const view = found && { name: found.newsletter.name, left: found.left };
  return data({ page, dress: page.dress, view, token, proof: proofOf(token) }, { status: view ? 200 : 404 });
}

/**
 * The button of the page, or a mail program in one step (RFC 8058): its form says so, and it needs no session, no cookie
 * and no page before. It is not led elsewhere.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const form = await readForm(request);
  const oneClick = form.get("List-Unsubscribe") === "One-Click";
  const refuse = (status: number) => data({ failed: true }, { status });
  // Many leave from one address: a mail provider's.
  if (!oneClick && !(await withinLimit("answer-network", context.ip))) return refuse(429);
  if (!oneClick && form.get("proof") !== proofOf(token)) return refuse(400);
  const left = await withRegion(access, (db) => leaveNewsletter(db, { token, now }));
  if (oneClick) return data({ failed: !left }, { status: left ? 200 : 404 });
  return left ? redirect(paths.unsubscribe(page.slug, token) + new URL(request.url).search) : refuse(409);
}

export default function UnsubscribeRoute() {
  const { page, view, token, proof } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  return (
    <PublicRegionFrame region={page}>
      {view ? (
        <Card>
          <CardSection>
            {view.left ? (
              <Done title={m.subscriptions_left({ newsletter: view.name })}>{m.subscriptions_left_why()}</Done>
            ) : (
              <>
                <h1>{m.subscriptions_leave_title({ newsletter: view.name })}</h1>
                <p>{m.subscriptions_leave_why()}</p>
                {told?.failed && (
                  <Note tone="danger" live>
                    {m.subscriptions_failed()}
                  </Note>
                )}
                <Form method="post">
                  <input type="hidden" name="proof" value={proof} />
                  <Button accent>{m.subscriptions_leave_button()}</Button>
                </Form>
              </>
            )}
          </CardSection>
          <CardSection>
            <Link to={paths.mailPreferences(page.slug, token)}>{m.subscriptions_choose()}</Link>
          </CardSection>
        </Card>
      ) : (
        <SubscriptionLinkGone slug={page.slug} renew={null} />
      )}
    </PublicRegionFrame>
  );
}
