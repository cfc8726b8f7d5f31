import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendPaper } from "~/features/papers/send-paper.server";
import { findRegion } from "~/features/regions/membership.server";
import { notFound } from "~/platform/http/responses.server";

/** A paper for somebody who has a place, by her own link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const region = await findRegion(params.region ?? "");
  if (!region) notFound();
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const door = { by: "registration" as const, token: params.token ?? "", now: new Date() };
  return (await sendPaper(request, access, params.paper ?? "", door)) ?? notFound();
}
