import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendPublicImage } from "~/features/newsletters/send-public-file.server";
import { findRegion } from "~/features/regions/membership.server";
import { notFound } from "~/platform/http/responses.server";

/** An image of an issue, for whoever reads it in a mail or on the web. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const region = await findRegion(params.region ?? "");
  if (!region) notFound();
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const asked = { issueId: params.issue ?? "", imageId: params.image ?? "" };
  return (await sendPublicImage(request, access, asked)) ?? notFound();
}
