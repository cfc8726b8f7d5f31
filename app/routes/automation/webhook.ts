import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveWebhook } from "~/features/automation/receive-webhook.server";
import { systemClock } from "~/platform/clock";
import { notFound } from "~/platform/http/responses.server";

/** Nobody reads it in a browser. */
export function loader() {
  notFound();
}

/** Where the mail provider tells what became of messages, and that mail has come. It is signed, and asks for no session. */
export async function action({ request, params }: ActionFunctionArgs) {
  const taken = await receiveWebhook(
    { body: await request.text(), headers: request.headers, slug: params.region ?? null },
    systemClock(),
  );
  if (taken === "nowhere") notFound();
  return new Response(null, { status: taken === "forged" ? 401 : 204 });
}
