import { writeFigure } from "~/domain/reports/figure-value";
import { getLocale } from "~/i18n/messages/runtime";

/** Hundredths as the reader writes numbers: "7 370 200", "12,5". */
export function figureText(hundredths: string): string {
  const english = getLocale() === "en";
  return writeFigure(hundredths, english ? { thousands: ",", decimal: "." } : {});
}
