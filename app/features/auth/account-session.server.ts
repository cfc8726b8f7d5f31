import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { currentSession, type SignedIn } from "~/platform/session.server";

/** Who is signed in; nobody is sent to sign in and back to this page. */
export async function requireSession(request: Request): Promise<SignedIn> {
  const session = await currentSession(request);
  if (session) return session;
  throw redirect(paths.signIn(new URL(request.url).pathname.replace(/\.data$/, "")));
}
