import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { offeredLanguages } from "~/domain/regions/written-standard";
import { keepBrowserToken } from "~/features/auth/browser-token.server";
import { requestSignIn } from "~/features/auth/request-sign-in.server";
import { roleLinkView } from "~/features/auth/role-link.view.server";
import { findRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { roleNames } from "~/i18n/role-names";
import { paths } from "~/paths";
import { readForm } from "~/platform/http/forms.server";
import { withinLimit } from "~/platform/http/rate-limit.server";
import { proofOf } from "~/platform/tokens.server";
import { Button, LinkButton } from "~/ui/button";
import { PublicPage } from "~/ui/public-page";
import { Card, CardSection } from "~/ui/public-parts";

export const meta: MetaFunction = () => [{ title: `${m.auth_link_title()} – Samvirk` }];

export async function loader({ params }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const region = await findRegion(params.region ?? "");
  const link = region && (await roleLinkView(region.id, token, new Date()));
  if (!region || !link) return data({ link: null }, { status: 404 });
  const { name, initials, accent } = region;
  return data({
    link: {
      role: link.role,
      region: { name, initials },
      languages: offeredLanguages(region.languages),
      proof: proofOf(token),
    },
    dress: { accent, kind: "public" as const },
  });
}

/** Sends the code to the address the role was given to: the link alone lets nobody in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const region = await findRegion(params.region ?? "");
  const link = region && (await roleLinkView(region.id, token, new Date()));
  if (!region || !link || form.get("proof") !== proofOf(token)) throw redirect(paths.signIn());
  const allowed =
    (await withinLimit("sign-in-network", context.ip)) && (await withinLimit("sign-in-address", link.email));
  if (!allowed) throw redirect(paths.signIn());
  const { browserToken } = await requestSignIn({ email: link.email, locale: getLocale(), now: new Date() });
  const next = paths.overview(region.slug);
  throw redirect(paths.signInCode(next), { headers: keepBrowserToken(browserToken, next) });
}

export default function TakeRole() {
  const { link } = useLoaderData<typeof loader>();
  return (
    <PublicPage
      links={[{ label: m.public_privacy(), to: paths.privacy() }]}
      languages={link?.languages}
      mark={link ? { initials: link.region.initials, name: link.region.name } : undefined}
    >
      <Card>
        <CardSection>
          {link ? (
            <>
              <h1>{m.auth_role_title({ region: link.region.name })}</h1>
              <p>{m.auth_role_lead({ role: roleNames[link.role]().toLowerCase() })}</p>
              <Form method="post">
                <input type="hidden" name="proof" value={link.proof} />
                <Button>{m.auth_role_send_code()}</Button>
              </Form>
            </>
          ) : (
            <>
              <h1>{m.auth_link_spent()}</h1>
              <p>{m.auth_role_spent_why()}</p>
              <LinkButton to={paths.signIn()}>{m.auth_sign_in()}</LinkButton>
            </>
          )}
        </CardSection>
      </Card>
    </PublicPage>
  );
}
