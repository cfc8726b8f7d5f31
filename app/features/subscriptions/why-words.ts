import type { Because } from "~/features/subscriptions/recipients.view.server";
import { m } from "~/i18n/messages/messages";

/** Why somebody gets a newsletter, as the foot of the mail says it. */
export function whyWords(
  {
    because,
    municipalityName,
    locale,
  }: { because: Because; municipalityName: string | null; locale: "nb" | "nn" | "en" },
  { newsletter, region }: { newsletter: string; region: string },
): string {
  const to = { locale };
  if (because === "subscriber") return m.subscriptions_why_subscriber({ newsletter, region }, to);
  const why =
    because === "contact" && municipalityName !== null
      ? m.subscriptions_why_contact({ municipality: municipalityName }, to)
      : because === "member"
        ? m.subscriptions_why_member({ region }, to)
        : m.subscriptions_why_audience({ region }, to);
  return `${why} ${m.subscriptions_why_still_invited({}, to)}`;
}
