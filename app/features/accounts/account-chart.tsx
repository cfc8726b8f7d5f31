import type { Amounts } from "~/domain/shared/account-sums";
import { amountText } from "~/features/accounts/amounts";
import { m } from "~/i18n/messages/messages";

/** What a pair of bars shows: accounts over budget, in øre. */
export type ChartRow = { id: string; name: string } & Pick<Amounts, "actual" | "budget">;

/** A bar's height, and the air between the two. Pixels. */
const [bar, gap] = [12, 3];

/**
 * Accounts beside budget, a pair of bars each, to one scale from the lowest to the highest amount with zero in it. The
 * bars are silent: their figures stand as words over them, and in the table the picture belongs to.
 */
export function AccountChart({ title, rows }: { title: string; rows: readonly ChartRow[] }) {
  const all = rows.flatMap(({ actual, budget }) => [actual, budget]);
  if (all.every((amount) => amount === 0n)) return null;
  const sorted = [0n, ...all].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const [low = 0n, high = 0n] = [sorted[0], sorted.at(-1)];
  const share = (amount: bigint) => Number(((amount - low) * 10_000n) / (high - low)) / 100;
  const zero = share(0n);
  const span = (amount: bigint) => ({
    x: `${Math.min(zero, share(amount)).toFixed(2)}%`,
    width: `${Math.abs(share(amount) - zero).toFixed(2)}%`,
  });
  return (
    <figure className="sv-accounts-chart">
      <figcaption>
        <b>{title}</b>
        <span className="sv-row sv-small" aria-hidden="true">
          <span className="sv-accounts-key" data-kind="actual">
            {m.accounts_actual()}
          </span>
          <span className="sv-accounts-key" data-kind="budget">
            {m.accounts_budget()}
          </span>
        </span>
      </figcaption>
      <ul className="sv-plain">
        {rows.map(({ id, name, actual, budget }) => (
          <li key={id}>
            <p>
              <span>{name}</span>{" "}
              <span className="sv-quiet sv-small">
                {m.accounts_chart_words({ actual: amountText(actual), budget: amountText(budget) })}
              </span>
            </p>
            <svg width="100%" height={2 * bar + gap} aria-hidden="true">
              <rect {...span(actual)} height={bar} rx={2} data-kind="actual" />
              <rect {...span(budget)} y={bar + gap} height={bar} rx={2} data-kind="budget" />
              {low < 0n && <line x1={`${zero}%`} x2={`${zero}%`} y1={0} y2={2 * bar + gap} />}
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}
