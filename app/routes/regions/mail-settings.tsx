import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeMailSettings } from "~/features/regions/change-mail-settings.server";
import { MailForm } from "~/features/regions/mail-form";
import { requireRegion } from "~/features/regions/membership.server";
import { mailSettingsView } from "~/features/regions/settings.view.server";
import { mailSchema } from "~/features/regions/settings-form.schema";
import { SettingsHead } from "~/features/regions/settings-tabs";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "region.edit");
  return { ...(await withRegion(access, mailSettingsView)), slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "region.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, mailSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const seen = String(form.get("version"));
  const saved = await withRegion(access, (db) => changeMailSettings(db, { settings: parsed.value, seen }));
  if (!saved.ok) return data(refuse(form, { form: m.common_changed_meanwhile() }), { status: 409 });
  return redirectWithToast(paths.mailSettings(region.slug), m.regions_mail_saved());
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_mail() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.regions_tab_mail()} – ${m.regions_settings_title()} – ${view?.region ?? ""} – Samvirk` },
];

export default function MailSettingsPage() {
  const { slug, settings, version, fallback, held, ways } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  return (
    <>
      <SettingsHead slug={slug} current="mail" />
      <MailForm
        key={version}
        settings={settings}
        version={version}
        fallback={fallback}
        held={held}
        ways={ways}
        refusal={refusal}
      />
    </>
  );
}
