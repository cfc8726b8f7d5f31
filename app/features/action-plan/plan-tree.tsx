import { Link } from "@remix-run/react";
import { countStates } from "~/domain/action-plan/activity";
import type { ActionPlanView, ActivityRow } from "~/features/action-plan/action-plan.view.server";
import { activitiesOf } from "~/features/action-plan/activities-of";
import { stateGlyphs, stateNames } from "~/features/action-plan/plan-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon } from "~/ui/icon";
import { StateGlyph } from "~/ui/state";

/** The plan as it is built: priority areas, focus areas, measures and activities, each part to be folded. */
export function PlanTree({ view, slug }: { view: ActionPlanView; slug: string }) {
  const { year } = view.plan;
  return (
    <ul className="sv-plain sv-tree">
      {view.areas.map((area) => (
        <li key={area.id}>
          <Branch title={area.name} rows={activitiesOf(area)} level={2} open>
            {area.focusAreas.map((focus) => (
              <li key={focus.id}>
                <Branch
                  title={focus.name}
                  rows={focus.measures.flatMap(({ activities }) => activities)}
                  level={3}
                  open={view.isFiltered || view.areas.length === 1}
                  link={{ to: paths.focusArea(slug, year, focus.id), label: m.action_plan_about_focus_area() }}
                >
                  {focus.measures.map((measure) => (
                    <li key={measure.id}>
                      <p className="sv-tree__measure" dir="auto">
                        {measure.name}
                        {measure.strategy && <small>{measure.strategy}</small>}
                      </p>
                      <ul className="sv-plain">
                        {measure.activities.map((row) => (
                          <li key={row.id} className="sv-tree__leaf">
                            <StateGlyph state={stateGlyphs[row.state]} />
                            <span>
                              <Link className="sv-link" to={paths.activity(slug, year, row.id)} dir="auto">
                                {row.name || m.action_plan_unnamed()}
                              </Link>
                              <small>
                                {[stateNames[row.state](), row.timing.words && `«${row.timing.words}»`, row.owner]
                                  .filter(Boolean)
                                  .join(" · ")}
                              </small>
                            </span>
                          </li>
                        ))}
                      </ul>
                    </li>
                  ))}
                </Branch>
              </li>
            ))}
          </Branch>
        </li>
      ))}
    </ul>
  );
}

function Branch({
  title,
  rows,
  level,
  open = false,
  link,
  children,
}: {
  title: string;
  rows: ActivityRow[];
  level: 2 | 3;
  open?: boolean;
  link?: { to: string; label: string };
  children: React.ReactNode;
}) {
  const Heading = `h${level}` as "h2" | "h3";
  const counts = countStates(rows.map(({ state }) => state));
  return (
    <details open={open} data-level={level}>
      <summary>
        <Icon name="chevron-right" size={16} />
        <Heading dir="auto">{title}</Heading>
        <small>
          {[m.action_plan_count({ n: counts.all }), counts.done > 0 && m.action_plan_count_done({ n: counts.done })]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </summary>
      {link && (
        <p className="sv-small">
          <Link className="sv-link" to={link.to}>
            {link.label}
            <span className="ds-sr-only">: {title}</span>
          </Link>
        </p>
      )}
      <ul className="sv-plain">{children}</ul>
    </details>
  );
}
