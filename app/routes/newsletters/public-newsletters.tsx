import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRouteError } from "@remix-run/react";
import { archiveView } from "~/features/newsletters/archive.view.server";
import { IssueList } from "~/features/newsletters/issue-list";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { askSubscription } from "~/features/subscriptions/ask-subscription.server";
import { openNewsletters } from "~/features/subscriptions/open-newsletters.view.server";
import { type SubscribeAnswer, SubscribeSection } from "~/features/subscriptions/subscribe-form";
import { subscribeSchema } from "~/features/subscriptions/subscribe-form.schema";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, valuesOf } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { proofOf } from "~/platform/tokens.server";
import { EmptyState } from "~/ui/empty-state";
import { ShowMore } from "~/ui/pagination";
import { Card, CardSection } from "~/ui/public-parts";

/** What the form carries, so that a POST made from the address alone is refused. */
const proofFor = (slug: string) => proofOf(`subscription:${slug}`);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, page, zone } = await requirePublicRegion(request, params.region, new Date());
  const { searchParams } = new URL(request.url);
  const asked = { locale: getLocale(), zone, newsletterId: searchParams.get("of"), after: searchParams.get("after") };
  const { view, newsletters } = await withRegion(access, async (db) => ({
    view: await archiveView(db, asked),
    newsletters: await openNewsletters(db),
  }));
  return { page, dress: page.dress, view, newsletters, proof: proofFor(page.slug) };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  data
    ? [
        { title: `${m.newsletters_title()} – ${data.page.name} – Samvirk` },
        { name: "description", content: m.newsletters_archive_what({ region: data.page.name }) },
        {
          tagName: "link",
          rel: "alternate",
          type: "application/atom+xml",
          title: m.newsletters_feed_title({ region: data.page.name }),
          href: paths.newsletterFeed(data.page.slug),
        },
      ]
    : [{ title: errorTitle(error) }];

const answer = (told: Partial<SubscribeAnswer>, status = 200) =>
  data<SubscribeAnswer>({ asked: null, problem: null, errors: {}, values: {}, ...told }, { status });

/** The answer is the same whether or not the address is known (L3). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const { access, page } = await requirePublicRegion(request, params.region, now);
  const form = await readForm(request);
  const values = valuesOf(form);
  if (form.get("proof") !== proofFor(page.slug)) return answer({ problem: "failed", values }, 400);
  const parsed = parseForm(form, subscribeSchema());
  if (!parsed.ok) return answer({ errors: parsed.errors, values }, 400);
  const { email, newsletter: newsletterIds } = parsed.value;
  const allowed =
    (await withinLimit("subscription-network", context.ip)) &&
    (await withinLimit("subscription-address", `${access.regionId}:${email}`));
  if (!allowed) return answer({ problem: "busy", values }, 429);
  const locale = getLocale();
  const asked = await withRegion(access, (db) => askSubscription(db, { newsletterIds, email, locale, now }));
  return asked ? answer({ asked: email }) : answer({ problem: "failed", values }, 409);
}

export default function PublicNewslettersRoute() {
  const { page, view, newsletters, proof } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>() ?? null;
  const { issues, next, total } = view;
  const Title = told?.asked ? "h2" : "h1";
  const subscribe = <SubscribeSection newsletters={newsletters} proof={proof} answer={told} />;
  return (
    <PublicRegionFrame region={page}>
      <Card>
        {told?.asked && subscribe}
        <CardSection>
          <Title>{m.newsletters_title()}</Title>
          <p>{m.newsletters_archive_what({ region: page.name })}</p>
        </CardSection>
        {!told?.asked && subscribe}
        <CardSection>
          {total === 0 ? (
            <EmptyState icon="newsletter" title={m.newsletters_archive_none()} why={m.newsletters_archive_none_why()} />
          ) : (
            <>
              <h2>{m.newsletters_archive_sent()}</h2>
              <IssueList issues={issues} slug={page.slug} />
            </>
          )}
          {next && (
            <ShowMore
              to={`${paths.publicNewsletters(page.slug)}?after=${next}`}
              label={m.newsletters_archive_older()}
              shown={m.newsletters_archive_shown({ shown: issues.length, n: total })}
            />
          )}
        </CardSection>
        <CardSection>
          <p>
            <a className="sv-link" href={paths.newsletterFeed(page.slug)}>
              {m.newsletters_archive_feed()}
            </a>
          </p>
          <p>
            <Link className="sv-link" to={paths.publicRegion(page.slug)}>
              {m.publications_to_region({ region: page.name })}
            </Link>
          </p>
        </CardSection>
      </Card>
    </PublicRegionFrame>
  );
}

/** No region of this name: the same page as for any address that nothing stands at. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
