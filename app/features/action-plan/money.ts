import { getLocale } from "~/i18n/messages/runtime";

/** Øre as kroner, as people write them: "350 000", "1 200,50". No float on the way. */
export function kronerText(amount: bigint | string | null): string {
  if (amount === null) return "";
  const ore = BigInt(amount);
  const whole = (ore / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, getLocale() === "en" ? "," : "\u00a0");
  const part = ore % 100n;
  return part === 0n ? whole : `${whole}${getLocale() === "en" ? "." : ","}${part.toString().padStart(2, "0")}`;
}

/** The same for a form's field, which takes one way of writing only. */
export function kronerField(amount: bigint | null): string {
  if (amount === null) return "";
  const part = amount % 100n;
  return `${amount / 100n}${part === 0n ? "" : `,${part.toString().padStart(2, "0")}`}`;
}
