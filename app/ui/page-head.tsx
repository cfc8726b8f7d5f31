import type { ReactNode } from "react";
import { DateTile, type DayWords } from "./date-tile";
import { Icon, type IconName } from "./icon";

/** The page's h1, one quiet line, and its actions (tertiary, secondary, primary last). With `date`: the head of an event. */
export function PageHead({
  title,
  sub,
  eyebrow,
  tag,
  actions,
  date,
  facts,
}: {
  title: ReactNode;
  sub?: ReactNode;
  eyebrow?: ReactNode;
  tag?: ReactNode;
  actions?: ReactNode;
  date?: DayWords;
  facts?: { icon: IconName; text: ReactNode }[];
}) {
  return (
    <div className={date ? "sv-head sv-head--event" : "sv-head"}>
      {date && <DateTile {...date} />}
      <div className="sv-head__text">
        {eyebrow && <p className="sv-eyebrow">{eyebrow}</p>}
        <div className="sv-head__t">
          <h1>{title}</h1>
          {tag}
        </div>
        {sub && <p className="sv-head__sub">{sub}</p>}
        {facts && (
          <ul className="sv-head__facts">
            {facts.map(({ icon, text }) => (
              <li key={icon}>
                <Icon name={icon} size={16} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {actions && <div className="sv-head__actions">{actions}</div>}
    </div>
  );
}
