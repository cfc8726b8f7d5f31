import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { browserToken, pageAfter } from "~/features/auth/browser-token.server";
import { signInByLink } from "~/features/auth/complete-sign-in.server";
import { signedIn } from "~/features/auth/open-session.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { proofOf } from "~/platform/tokens.server";
import { Button, LinkButton } from "~/ui/button";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction = () => [{ title: `${m.auth_link_title()} – Samvirk` }];

/** Opening the link changes nothing (L1): scanners open every link. */
export function loader({ params }: LoaderFunctionArgs) {
  return { proof: proofOf(params.token ?? "") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = params.token ?? "";
  const form = await readForm(request);
  if (form.get("proof") !== proofOf(link)) return data({ reason: "spent" as const }, { status: 400 });
  if (!(await withinLimit("code-network", context.ip))) return data({ reason: "spent" as const }, { status: 429 });
  const result = await signInByLink({ link, browserToken: browserToken(request), now: new Date() });
  if (result.ok) throw await signedIn(request, result.accountId, pageAfter(request));
  return data({ reason: result.reason === "other-browser" ? result.reason : ("spent" as const) }, { status: 400 });
}

export default function Link() {
  const { proof } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const elsewhere = refused?.reason === "other-browser";
  return (
    <PublicPage links={[{ label: m.public_privacy(), to: paths.privacy() }]}>
      <Card>
        <CardSection>
          {refused ? (
            <div role="alert">
              <h1>{elsewhere ? m.auth_other_browser() : m.auth_link_spent()}</h1>
              <p>{elsewhere ? m.auth_other_browser_why() : m.auth_link_spent_why()}</p>
              <LinkButton to={paths.signIn()}>{m.auth_ask_again()}</LinkButton>
            </div>
          ) : (
            <>
              <h1>{m.auth_link_title()}</h1>
              <p>{m.auth_link_lead()}</p>
              <Form method="post">
                <input type="hidden" name="proof" value={proof} />
                <Button>{m.auth_sign_in()}</Button>
              </Form>
            </>
          )}
        </CardSection>
      </Card>
    </PublicPage>
  );
}
