import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendLogo } from "~/features/newsletters/send-public-file.server";
import { findRegion } from "~/features/regions/membership.server";
import { notFound } from "~/platform/http/responses.server";

/** The logo of a newsletter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const region = await findRegion(params.region ?? "");
  if (!region) notFound();
  const access = { regionId: region.id, personId: null, via: "link" as const };
  return (await sendLogo(request, access, params.issue ?? "")) ?? notFound();
}
