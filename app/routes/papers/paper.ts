import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendPaper } from "~/features/papers/send-paper.server";
import { requireRegion } from "~/features/regions/membership.server";
import { notFound } from "~/platform/http/responses.server";

/** A paper for somebody signed in: who sees the region's events, or is invited to this one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, personId, roles } = await requireRegion(request, params.region, "overview.see");
  const door = { by: "role" as const, personId, roles, eventId: params.event ?? "" };
  return (await sendPaper(request, access, params.paper ?? "", door)) ?? notFound();
}
