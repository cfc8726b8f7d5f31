import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { regionsOfInstallation } from "~/features/regions/installation-regions.server";
import { placesToGo } from "~/features/regions/membership.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { RegionLinks } from "~/features/regions/region-links";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { takeToast } from "~/platform/http/responses.server";
import { currentSession } from "~/platform/session.server";
import { Button, LinkButton } from "~/ui/button";
import { Panel, Row, Rows } from "~/ui/panel";
import { Card, CardSection } from "~/ui/public-parts";
import { Toast } from "~/ui/toast";

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await currentSession(request);
  const places = session ? await placesToGo(session.email) : { regions: await regionsOfInstallation(), rollUp: false };
  const toast = takeToast(request);
  const regions = places.regions.map(({ slug, name, programme }) => ({ slug, name, programme }));
  const { rollUp } = places;
  return data({ email: session?.email ?? null, regions, rollUp, toast: toast.message }, { headers: toast.headers });
}

export const meta: MetaFunction = () => [
  { title: `Samvirk – ${m.public_front_title()}` },
  { name: "description", content: m.public_front_what() },
];

export default function FrontPage() {
  const { email, regions, rollUp, toast } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <Card>
        <CardSection>
          <div className="sv-stack">
            <h1>{m.public_front_title()}</h1>
            <p>{m.public_front_what()}</p>
            <p>{m.public_front_how()}</p>
            <p>{m.public_front_safe()}</p>
          </div>
        </CardSection>
        <CardSection>{email === null ? <SignedOut /> : <SignedIn email={email} />}</CardSection>
      </Card>
      {email !== null && <RegionLinks regions={regions} rollUp={rollUp} />}
      {email === null && regions.length > 0 && (
        <Panel title={m.public_regions_here()}>
          <Rows>
            {regions.map(({ slug, name, programme }) => (
              <Row key={slug} icon="pin" title={name} note={programme} />
            ))}
          </Rows>
        </Panel>
      )}
      {toast && <Toast key={toast} message={toast} />}
    </PublicFrame>
  );
}

function SignedOut() {
  return (
    <div className="sv-stack">
      <p>{m.public_sign_in_how()}</p>
      <div className="sv-row">
        <LinkButton to={paths.signIn()}>{m.public_sign_in()}</LinkButton>
      </div>
    </div>
  );
}

function SignedIn({ email }: { email: string }) {
  return (
    <div className="sv-stack">
      <p>{m.public_signed_in_as({ email })}</p>
      <Form method="post" action={paths.signOut()} className="sv-row" reloadDocument>
        <LinkButton to={paths.account()} variant="secondary">
          {m.nav_account()}
        </LinkButton>
        <Button variant="tertiary">{m.nav_sign_out()}</Button>
      </Form>
    </div>
  );
}
