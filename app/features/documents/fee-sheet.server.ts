import type { FeeView } from "~/features/accounts/fee.view.server";
import type { SheetFile } from "~/features/documents/sheet-files.server";
import { writeXlsx } from "~/features/documents/write-sheet.server";
import { m } from "~/i18n/messages/messages";

/** Øre as the number a spreadsheet reckons with: kroner with two digits, which stand in a double as they are written. */
const kroner = (ore: string | null) => (ore === null ? null : Number(ore) / 100);

/** A fee as a sheet to invoice from: a row to each municipality, with the words of its invoice, and no row of sums. */
export async function feeSheet(view: FeeView, region: { name: string; slug: string }): Promise<SheetFile> {
  const { scheme, year, rate, rows } = view;
  const bytes = await writeXlsx({
    name: `${year}`,
    heads: [
      m.accounts_fee_number(),
      m.accounts_fee_municipality(),
      m.accounts_fee_population(),
      m.accounts_fee_counted(),
      m.accounts_fee_rate(),
      m.accounts_fee_amount(),
      m.accounts_fee_invoice(),
      String(year - 1),
      m.accounts_fee_difference(),
    ],
    widths: [16, 24, 14, 12, 20, 18, 48, 18, 18],
    formats: { 4: "0.00", 5: "#,##0.00", 7: "#,##0.00", 8: "#,##0.00" },
    rows: rows.map(({ number, name, population, populationYear, amount, before, difference }) => [
      ...[number, name, population, populationYear, rate / 100, kroner(amount)],
      ...[`${scheme.name} ${year}, ${region.name}`, kroner(before), kroner(difference)],
    ]),
  });
  const plain = scheme.name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  return {
    name: `${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "fee"}-${year}-${region.slug}.xlsx`,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes,
  };
}
