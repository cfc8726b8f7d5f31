import { Link } from "@remix-run/react";
import { activityStates } from "~/domain/action-plan/activity";
import type { ActionPlanView } from "~/features/action-plan/action-plan.view.server";
import { staleWords, stateGlyphs, stateNames } from "~/features/action-plan/plan-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { StateGlyph } from "~/ui/state";

/** The activities of a plan in a column for each state. */
export function PlanBoard({ view, slug, maySay }: { view: ActionPlanView; slug: string; maySay: boolean }) {
  const { year } = view.plan;
  const rows = view.areas.flatMap((area) =>
    area.focusAreas.flatMap((focus) =>
      focus.measures.flatMap((measure) =>
        measure.activities.map((row) => ({ ...row, focusArea: focus.name, measure: measure.name })),
      ),
    ),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard.
    <section className="sv-board" aria-label={m.action_plan_view_board()} tabIndex={0}>
      {activityStates.map((state) => {
        const own = rows.filter((row) => row.state === state);
        return (
          <section key={state} className="sv-board__column" aria-labelledby={`column-${state}`}>
            <h2 id={`column-${state}`}>
              <StateGlyph state={stateGlyphs[state]} size={16} />
              {stateNames[state]()} <small>{own.length}</small>
            </h2>
            {own.length === 0 ? (
              <p className="sv-quiet sv-small">{m.action_plan_column_empty()}</p>
            ) : (
              <ul className="sv-plain">
                {own.map((row) => (
                  <li key={row.id} className="sv-board__card">
                    <Link to={paths.activity(slug, year, row.id)} dir="auto">
                      {row.name || m.action_plan_unnamed()}
                    </Link>
                    <small>{`${row.focusArea} · ${row.measure}`}</small>
                    <small>
                      {[row.timing.words && `«${row.timing.words}»`, row.owner].filter(Boolean).join(" · ")}
                    </small>
                    {row.reason && <small dir="auto">{row.reason}</small>}
                    {row.stale && <small data-tone="warning">{staleWords(row.stale)}</small>}
                    {maySay && (
                      <small className="sv-noprint">
                        <Link className="sv-link" to={`${paths.activity(slug, year, row.id)}#say`}>
                          {m.action_plan_say()}
                          <span className="ds-sr-only">: {row.name}</span>
                        </Link>
                      </small>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </section>
  );
}
