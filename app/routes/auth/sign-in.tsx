import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keepBrowserToken } from "~/features/auth/browser-token.server";
import { requestSignIn } from "~/features/auth/request-sign-in.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { safeReturn } from "~/platform/http/responses.server";
import { currentSession } from "~/platform/session.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction = () => [{ title: `${m.auth_sign_in()} – Samvirk` }];

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeReturn(new URL(request.url).searchParams.get("next"), paths.front());
  if (await currentSession(request)) throw redirect(next);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const parsed = parseForm(form, z.object({ email: z.email(m.common_email_invalid()).max(254) }));
  if (!parsed.ok) return data(parsed, { status: 400 });
  const { email } = parsed.value;
  const allowed =
    (await withinLimit("sign-in-network", context.ip)) && (await withinLimit("sign-in-address", email.toLowerCase()));
  if (!allowed) return data(refuse(form, { email: m.auth_too_many() }), { status: 429 });
  const { browserToken } = await requestSignIn({ email, locale: getLocale(), now: new Date() });
  const next = safeReturn(form.get("next"), paths.front());
  throw redirect(paths.signInCode(next), { headers: keepBrowserToken(browserToken, next) });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <PublicPage links={[{ label: m.public_privacy(), to: paths.privacy() }]}>
      <Card>
        <CardSection>
          <h1>{m.auth_sign_in()}</h1>
          <p>{m.auth_sign_in_lead()}</p>
          <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
          <Form method="post" className="sv-form">
            <input type="hidden" name="next" value={next} />
            <TextInput
              name="email"
              type="email"
              autoComplete="email"
              label={m.auth_email()}
              defaultValue={refused?.values.email}
              error={refused?.errors.email}
              required
            />
            <div>
              <Button>{m.auth_send_link()}</Button>
            </div>
          </Form>
        </CardSection>
      </Card>
    </PublicPage>
  );
}
