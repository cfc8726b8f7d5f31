import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { endSession } from "~/platform/session.server";

/** Ends the session of this browser. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return loader();
  return redirect(paths.front(), { headers: { "Set-Cookie": await endSession(request) } });
}

/** Only a form signs out: a link that did would be followed by scanners and prefetchers. */
export function loader(): Response {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
