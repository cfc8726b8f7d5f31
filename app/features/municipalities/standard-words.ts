import type { WrittenStandard } from "~/domain/municipalities/written-locale";
import { m } from "~/i18n/messages/messages";

/** A municipality's written standard in words; null is not known. */
export function standardWords(standard: WrittenStandard | null): string {
  if (standard === null) return m.municipalities_standard_unknown();
  return {
    bokmal: () => m.municipalities_standard_bokmal(),
    nynorsk: () => m.municipalities_standard_nynorsk(),
    neutral: () => m.municipalities_standard_neutral(),
  }[standard]();
}
