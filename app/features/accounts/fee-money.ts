import { kronerText } from "~/features/action-plan/money";
import { getLocale } from "~/i18n/messages/runtime";

/** Øre as kroner with both digits after the comma, so that a column stands straight: "30 468,50", "−12,00". */
export function feeText(amount: bigint | string): string {
  const ore = BigInt(amount);
  const text = kronerText(ore < 0n ? -ore : ore);
  const whole = ore % 100n === 0n ? `${text}${getLocale() === "en" ? "." : ","}00` : text;
  return ore < 0n ? `\u2212${whole}` : whole;
}

/** The same of a difference, which says "+" too. */
export function differenceText(amount: bigint | string): string {
  return BigInt(amount) > 0n ? `+${feeText(amount)}` : feeText(amount);
}

/** A whole number with its thousands apart. */
export function wholeText(whole: number): string {
  return kronerText(BigInt(whole) * 100n);
}
