import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HistoryPanel } from "~/features/audit/history-panel";
import { answerNewsletterForm, logoTooLarge } from "~/features/newsletters/answer-newsletter-form.server";
import { NewsletterForm } from "~/features/newsletters/newsletter-form";
import { EndPanel, LogoPanel } from "~/features/newsletters/newsletter-panels";
import { newsletterOptions, newsletterToEdit } from "~/features/newsletters/newsletter-settings.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";
import { Tag } from "~/ui/tag";

/** The settings of a newsletter. `end` in the address asks before it is ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  const id = params.newsletter ?? "";
  const loaded = await withRegion(access, async (db) => {
    const newsletter = await newsletterToEdit(db, id);
    return newsletter && { newsletter, options: await newsletterOptions(db, id, new Date()) };
  });
  const ending = new URL(request.url).searchParams.has("end");
  return { ...(loaded ?? notFound()), ending, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "newsletters.edit");
  if (request.headers.has(tooLargeHeader)) return logoTooLarge();
  const id = params.newsletter ?? "";
  if (!(await withRegion(access, (db) => newsletterToEdit(db, id)))) notFound();
  const answer = await answerNewsletterForm(await readForm(request), { access, id, now: new Date() });
  if (!answer.ok) return answer.refusal;
  throw redirectWithToast(paths.newsletterSettings(region.slug, answer.id), answer.done);
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ newsletter: { name: string } }> = {
  crumb: ({ newsletter }, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: newsletter.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [m.newsletters_settings_link(), data?.newsletter.name, data?.region, "Samvirk"].filter(Boolean).join(" – "),
  },
];

export default function NewsletterSettings() {
  const { newsletter, options, ending, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const about = (part: "settings" | "logo") => (refused?.about === part ? refused : undefined);
  return (
    <>
      <PageHead
        title={newsletter.name}
        sub={m.newsletters_settings_sub()}
        tag={newsletter.ended && <Tag>{m.newsletters_ended()}</Tag>}
        actions={
          <LinkButton to={paths.subscribers(slug, newsletter.id)} variant="secondary" icon="person-group">
            {m.newsletters_subscribers()}
          </LinkButton>
        }
      />
      {ending && <EndPanel newsletter={newsletter} slug={slug} ending />}
      <Columns
        main={
          <NewsletterForm
            values={newsletter.values}
            editors={newsletter.editors}
            version={newsletter.version}
            options={options}
            refused={about("settings")}
            submit={m.newsletters_settings_save()}
            cancelTo={paths.newsletters(slug)}
          />
        }
        side={
          <>
            <LogoPanel newsletter={newsletter} slug={slug} refused={about("logo")} />
            {!ending && <EndPanel newsletter={newsletter} slug={slug} ending={false} />}
            <HistoryPanel lines={newsletter.history} />
          </>
        }
      />
    </>
  );
}
