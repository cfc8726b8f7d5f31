import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerNewsletterForm } from "~/features/newsletters/answer-newsletter-form.server";
import { NewsletterForm } from "~/features/newsletters/newsletter-form";
import { blankNewsletter, newsletterOptions } from "~/features/newsletters/newsletter-settings.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** A new newsletter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const options = await withRegion(access, (db) => newsletterOptions(db, null, new Date()));
  return { options, values: blankNewsletter, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const answer = await answerNewsletterForm(await readForm(request), { access, id: null, now: new Date() });
  if (!answer.ok) return answer.refusal;
  throw redirectWithToast(paths.newsletters(region.slug), answer.done);
}

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: m.newsletters_settings_new() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.newsletters_settings_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function NewNewsletter() {
  const { options, values, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.newsletters_settings_new()} sub={m.newsletters_settings_new_lead()} />
      <NewsletterForm
        values={values}
        editors={[]}
        version={0}
        options={options}
        refused={refused}
        submit={m.newsletters_settings_make()}
        cancelTo={paths.newsletters(slug)}
      />
    </>
  );
}
