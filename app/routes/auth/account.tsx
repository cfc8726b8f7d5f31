import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { chooseLocale, chooseTheme, themes } from "~/features/auth/account-preferences.server";
import { requireSession } from "~/features/auth/account-session.server";
import { placesToGo } from "~/features/regions/membership.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { RegionLinks } from "~/features/regions/region-links";
import { m } from "~/i18n/messages/messages";
import { getLocale, isLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast, takeToast } from "~/platform/http/responses.server";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Card, CardSection } from "~/ui/public-parts";
import { Toast } from "~/ui/toast";

export async function loader({ request }: LoaderFunctionArgs) {
  const { email, theme } = await requireSession(request);
  const { regions, rollUp } = await placesToGo(email);
  const toast = takeToast(request);
  return data(
    {
      email,
      theme: theme ?? "auto",
      regions: regions.map(({ slug, name, programme }) => ({ slug, name, programme })),
      ...{ rollUp, toast: toast.message },
    },
    { headers: toast.headers },
  );
}

export async function action({ request }: ActionFunctionArgs) {
  const session = await requireSession(request);
  const form = await readForm(request);
  const locale = isLocale(form.get("locale")) ? (form.get("locale") as ReturnType<typeof getLocale>) : getLocale();
  const theme = themes.find((each) => each === form.get("theme")) ?? "auto";
  await chooseTheme(session, theme);
  const cookie = await chooseLocale(session, locale);
  return redirectWithToast(paths.account(), m.auth_account_saved({}, { locale }), { "Set-Cookie": cookie });
}

export const meta: MetaFunction = () => [{ title: `${m.nav_account()} – Samvirk` }];

export default function AccountPage() {
  const { email, theme, regions, rollUp, toast } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <Card>
        <CardSection>
          <h1>{m.nav_account()}</h1>
          <p className="sv-quiet">{m.auth_account_signed_in_as({ email })}</p>
        </CardSection>
        <CardSection>
          <Form method="post" className="sv-form" reloadDocument>
            <RadioGroup
              name="locale"
              legend={m.auth_account_language()}
              hint={m.auth_account_language_hint()}
              options={[
                { value: "nb", label: "Bokmål" },
                { value: "nn", label: "Nynorsk" },
                { value: "en", label: "English" },
              ]}
              defaultValue={getLocale()}
            />
            <RadioGroup
              name="theme"
              legend={m.auth_account_theme()}
              options={[
                { value: "auto", label: m.auth_account_theme_auto() },
                { value: "light", label: m.auth_account_theme_light() },
                { value: "dark", label: m.auth_account_theme_dark() },
              ]}
              defaultValue={theme}
            />
            <div className="sv-row">
              <Button>{m.auth_account_save()}</Button>
            </div>
          </Form>
        </CardSection>
        <CardSection>
          <div className="sv-stack">
            <h2>{m.auth_session_title()}</h2>
            <p>{m.auth_session_what()}</p>
            <div className="sv-row">
              <LinkButton to={paths.sessions()} variant="secondary">
                {m.auth_session_show()}
              </LinkButton>
            </div>
          </div>
        </CardSection>
      </Card>
      <RegionLinks regions={regions} rollUp={rollUp} />
      {toast && <Toast key={toast} message={toast} />}
    </PublicFrame>
  );
}
