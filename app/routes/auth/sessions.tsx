import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { requireSession } from "~/features/auth/account-session.server";
import { endOneSession, endTheOtherSessions } from "~/features/auth/end-sessions.server";
import { sessionsView } from "~/features/auth/sessions.view.server";
import { SessionsList } from "~/features/auth/sessions-list";
import { PublicFrame } from "~/features/regions/public-frame";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast, takeToast } from "~/platform/http/responses.server";
import { Button } from "~/ui/button";
import { Card, CardSection } from "~/ui/public-parts";
import { Toast } from "~/ui/toast";

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  const toast = takeToast(request);
  const sessions = await sessionsView(session, systemClock());
  return data({ sessions, toast: toast.message }, { headers: toast.headers });
}

export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireSession(request);
  const form = await readForm(request);
  if (form.get("intent") === "end-others") {
    const n = await endTheOtherSessions(signedIn);
    return redirectWithToast(paths.sessions(), m.auth_session_ended_others({ n }));
  }
  const session = form.get("session");
  if (!isUuid(session)) notFound();
  await endOneSession(signedIn, session);
  return redirectWithToast(paths.sessions(), m.auth_session_ended());
}

export const meta: MetaFunction = () => [{ title: `${m.auth_session_title()} – ${m.nav_account()} – Samvirk` }];

export default function SessionsPage() {
  const { sessions, toast } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <Card>
        <CardSection>
          <p>
            <Link className="sv-link" to={paths.account()}>
              {m.auth_session_back()}
            </Link>
          </p>
          <h1>{m.auth_session_title()}</h1>
          <p className="sv-quiet">{m.auth_session_what()}</p>
        </CardSection>
        <SessionsList sessions={sessions} />
        {sessions.length > 1 && (
          <CardSection>
            <Form method="post" className="sv-row">
              <Button name="intent" value="end-others" variant="danger">
                {m.auth_session_end_others({ n: sessions.length - 1 })}
              </Button>
            </Form>
          </CardSection>
        )}
      </Card>
      {toast && <Toast key={toast} message={toast} />}
    </PublicFrame>
  );
}
