import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireEvent } from "~/features/events/require-event.server";
import { takePapers, tooLarge } from "~/features/papers/take-papers.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, toastHeaders } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";

/** There is nothing to see here, for those who may add papers either. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireEvent(request, params, "events.edit");
  notFound();
}

/** Papers from a script that shows how they are sent. It is answered in JSON; the page it goes to says what was done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, eventId } = await requireEvent(request, params, "events.edit");
  const taken = request.headers.has(tooLargeHeader)
    ? tooLarge()
    : await takePapers(await readForm(request), access, eventId);
  if (!taken.ok) return Response.json({ problems: taken.problems }, { status: taken.status });
  return Response.json({ problems: [] }, { headers: toastHeaders(taken.said) });
}
