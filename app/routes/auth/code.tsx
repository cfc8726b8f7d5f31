import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { browserToken } from "~/features/auth/browser-token.server";
import { signInByCode } from "~/features/auth/complete-sign-in.server";
import { signedIn } from "~/features/auth/open-session.server";
import { hasMailbox } from "~/features/delivery/mailbox.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { safeReturn } from "~/platform/http/responses.server";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction = () => [{ title: `${m.auth_check_mail()} – Samvirk` }];

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeReturn(new URL(request.url).searchParams.get("next"), paths.front());
  return { next, mailbox: hasMailbox() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const code = z.string().regex(/^\s*\d{3}\s?\d{3}\s*$/, m.auth_code_form());
  const parsed = parseForm(form, z.object({ code }));
  if (!parsed.ok) return data(parsed, { status: 400 });
  if (!(await withinLimit("code-network", context.ip)))
    return data(refuse(form, { code: m.auth_too_many() }), { status: 429 });
  const token = browserToken(request);
  const result = await signInByCode({ code: parsed.value.code, browserToken: token, now: new Date() });
  if (result.ok) throw await signedIn(request, result.accountId, safeReturn(form.get("next"), paths.front()));
  const reason = result.reason === "wrong-code" ? m.auth_wrong_code() : m.auth_link_spent_why();
  return data(refuse(form, { code: reason }), { status: 400 });
}

export default function Code() {
  const { next, mailbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <PublicPage links={[{ label: m.public_privacy(), to: paths.privacy() }]}>
      <Card>
        <CardSection>
          <h1>{m.auth_check_mail()}</h1>
          <p>{m.auth_check_mail_lead()}</p>
          {mailbox && (
            <Note action={{ label: m.auth_open_mailbox(), to: paths.mailbox() }}>{m.auth_mailbox_hint()}</Note>
          )}
          <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
          <Form method="post" className="sv-form">
            <input type="hidden" name="next" value={next} />
            <TextInput
              name="code"
              label={m.auth_code()}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={9}
              width="short"
              error={refused?.errors.code}
              required
            />
            <div className="sv-row">
              <Button>{m.auth_use_code()}</Button>
              <LinkButton variant="tertiary" to={paths.signIn(next)}>
                {m.auth_ask_again()}
              </LinkButton>
            </div>
          </Form>
        </CardSection>
      </Card>
    </PublicPage>
  );
}
