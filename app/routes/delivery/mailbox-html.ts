import type { LoaderFunctionArgs } from "@remix-run/node";
import { mailboxMessageView, requireMailbox } from "~/features/delivery/mailbox.view.server";

/** The HTML part alone, for the sealed frame of the mailbox page. */
export async function loader({ params }: LoaderFunctionArgs) {
  requireMailbox();
  const { html } = await mailboxMessageView(params.message ?? "");
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
