import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireRegion } from "~/features/regions/membership.server";
import { paths } from "~/paths";

/** The settings begin with the region itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region } = await requireRegion(request, params.region, "region.edit");
  return redirect(paths.regionSettings(region.slug));
}
