import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { liveChangeSchema } from "~/features/minutes/live-change.schema";
import { liveNews } from "~/features/minutes/live-state.view.server";
import { requireMinutes } from "~/features/minutes/require-minutes.server";
import { saveLive } from "~/features/minutes/save-live.server";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";

/** What has changed since the page last heard (`known`); a reader without script is led to the page itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, minutes } = await requireMinutes(request, params, "minutes.write");
  const known = new URL(request.url).searchParams.get("known");
  if (known === null) return redirect(paths.live(region.slug, minutes.bodyId, minutes.id));
  return withRegion(access, async (db) => {
    const news = await liveNews(db, minutes.id, known);
    return news === null ? new Response(null, { status: 204 }) : Response.json(news);
  });
}

/** What the page saves while somebody writes; answered in JSON, with everything as it then stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, minutesId } = await requireMinutes(request, params, "minutes.write");
  const form = await readForm(request);
  const change = liveChangeSchema().safeParse(read(String(form.get("change") ?? "")));
  if (!change.success) return Response.json({ ok: false, reason: "not-found" }, { status: 400 });
  const now = new Date();
  return withRegion(access, async (db) => {
    const saved = await saveLive(db, { minutesId, change: change.data, now });
    const state = await liveNews(db, minutesId, null);
    const status = saved.ok ? 200 : saved.reason === "not-found" ? 404 : 409;
    return Response.json({ ...saved, state, at: now.toISOString() }, { status });
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
