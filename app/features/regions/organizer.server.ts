import { readEnv } from "~/platform/env.server";

/** "Name <address>" or an address alone, as two parts. */
export function parseSender(sender: string): { name: string; address: string } {
  const match = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(sender);
  return match ? { name: match[1] ?? "", address: match[2] ?? "" } : { name: "", address: sender.trim() };
}

type RegionSender = { name: string; senderName: string; senderAddress: string | null; replyAddress: string | null };

/** Who the region's mail comes from: its own sender, else the installation's. */
export function senderOf(region: RegionSender): { name: string; address: string } {
  const installation = parseSender(readEnv().MAIL_FROM);
  return { name: region.senderName || region.name, address: region.senderAddress ?? installation.address };
}

/** Who a calendar entry is from: an address that is read, so that answers sent to it are not lost (C9). */
export function organizerOf(region: RegionSender): { organizerName: string; organizerAddress: string } {
  const sender = senderOf(region);
  return { organizerName: sender.name, organizerAddress: region.replyAddress ?? sender.address };
}
