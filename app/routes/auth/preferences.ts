import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { preferenceCookie } from "~/features/auth/account-preferences.server";
import { paths } from "~/paths";
import { readForm } from "~/platform/http/forms.server";
import { safeReturn } from "~/platform/http/responses.server";
import { currentSession } from "~/platform/session.server";

/** Keeps the language, or whether the navigation is a rail, and goes back to where the reader was. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return loader();
  const form = await readForm(request);
  const cookie = await preferenceCookie(form, await currentSession(request));
  if (cookie === null) return new Response(null, { status: 400 });
  return redirect(withoutLanguage(safeReturn(form.get("returnTo"), paths.front())), {
    headers: { "Set-Cookie": cookie },
  });
}

/** Only a form changes something. */
export function loader(): Response {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** A language in the address would win over the one that was just chosen. */
function withoutLanguage(path: string): string {
  const url = new URL(path, "http://localhost");
  url.searchParams.delete("lang");
  return url.pathname + url.search + url.hash;
}
