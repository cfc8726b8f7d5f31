import type { AccountGroup, SumKey } from "~/domain/shared/account-sums";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";

/** Øre as kroner, as people read them: "7 370 200", "−12,50". */
export function amountText(ore: bigint): string {
  const english = getLocale() === "en";
  const size = ore < 0n ? -ore : ore;
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, english ? "," : "\u00a0");
  const part = size % 100n;
  const decimals = part === 0n ? "" : `${english ? "." : ","}${part.toString().padStart(2, "0")}`;
  return `${ore < 0n ? "−" : ""}${whole}${decimals}`;
}

/** A difference, with its sign whichever way it goes. */
export const differenceText = (ore: bigint) => (ore > 0n ? `+${amountText(ore)}` : amountText(ore));

/** Tenths of a percent: "−0,1 %". */
export function percentText(permille: number): string {
  const [whole, tenth] = [Math.trunc(Math.abs(permille) / 10), Math.abs(permille) % 10];
  const sign = permille < 0 ? "−" : permille > 0 ? "+" : "";
  return getLocale() === "en" ? `${sign}${whole}.${tenth}%` : `${sign}${whole},${tenth}\u00a0%`;
}

export const sumWords: Record<SumKey, () => string> = {
  income: () => m.accounts_income(),
  wages: () => m.accounts_wages(),
  other: () => m.accounts_other(),
  costs: () => m.accounts_costs(),
  result: () => m.accounts_result(),
};

/** What a line belongs to. */
export const groupWords: Record<AccountGroup, () => string> = {
  income: sumWords.income,
  wages: sumWords.wages,
  other: sumWords.other,
};
