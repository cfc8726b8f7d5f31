import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { answerMakeForm } from "~/features/newsletters/answer-make-form.server";
import { NewsletterTabs } from "~/features/newsletters/newsletter-tabs";
import { newslettersView, readIssuesAsked } from "~/features/newsletters/newsletters.view.server";
import { NewslettersPage } from "~/features/newsletters/newsletters-page";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

/** The newsletters and their issues: what is being written, what waits, and what has been sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, personId } = await requireRegion(request, params.region, "newsletters.see");
  const asked = readIssuesAsked(new URL(request.url).searchParams);
  const view = await withRegion(access, (db) => newslettersView(db, { asked, roles, personId }));
  return { view, mayEdit: can(roles, "newsletters.edit"), region: region.name, slug: region.slug };
}

/** Makes the next issue of a newsletter. */
export async function action({ request, params }: ActionFunctionArgs) {
  const membership = await requireRegion(request, params.region, "newsletters.see");
  const made = await answerMakeForm(await readForm(request), membership, new Date());
  if (!made.ok) return data({ error: made.error }, { status: made.status });
  throw redirectWithToast(paths.issue(membership.region.slug, made.issueId), m.newsletters_made());
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: [m.newsletters_title(), loaded?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.newsletters_title() }] };

export default function Newsletters() {
  const { view, mayEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={m.newsletters_title()}
        sub={m.newsletters_lead()}
        actions={
          mayEdit &&
          view.newsletters.length > 0 && (
            <LinkButton to={paths.newNewsletter(slug)} variant="secondary" icon="plus">
              {m.newsletters_settings_new()}
            </LinkButton>
          )
        }
      />
      <NewsletterTabs slug={slug} current="issues" notes={view.notes} />
      {refused && (
        <Note tone="danger" live>
          {refused.error}
        </Note>
      )}
      <NewslettersPage view={view} slug={slug} mayEdit={mayEdit} />
    </>
  );
}
