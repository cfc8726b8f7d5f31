import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { cellSchema } from "~/features/responsibility/cell-form.schema";
import { refusalWords } from "~/features/responsibility/refusal-words";
import { setPart } from "~/features/responsibility/set-part.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast, safeReturn } from "~/platform/http/responses.server";

/** There is nothing to see here, for those who may look either. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRegion(request, params.region, "responsibility.see");
  notFound();
}

/**
 * Sets one cell of the matrix. A script is answered in JSON: 200 with the row anew, 409 with the row as it stands when
 * another was first, 400 with why not. A form without script goes back to where it came from and is told there.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "responsibility.edit");
  const form = await readForm(request);
  const asPage = (request.headers.get("Accept") ?? "").includes("text/html");
  const back = (message: string) =>
    redirectWithToast(safeReturn(form.get("returnTo"), paths.responsibility(region.slug)), message);
  const parsed = parseForm(form, cellSchema());
  if (!parsed.ok) {
    const message = parsed.errors.from ?? m.responsibility_refused_form();
    return asPage ? back(message) : Response.json({ ok: false, reason: "bad-form", message }, { status: 400 });
  }
  const { row, actor, part, seen, from, asOf } = parsed.value;
  const result = await withRegion(access, (db) =>
    setPart(db, { row, actorId: actor, part, seen, from, asOf: asOf ?? todayIn(region.zone, new Date()) }),
  );
  if (result.ok) {
    if (asPage) return back(m.responsibility_server_saved());
    const { cells, actors, before, moved } = result;
    return Response.json({ ok: true, row, cells, actors, before, ...(moved !== null && { moved }) });
  }
  const message = refusalWords(result.reason);
  if (asPage) return back(message);
  return Response.json({ ...result, message }, { status: result.reason === "changed-meanwhile" ? 409 : 400 });
}
