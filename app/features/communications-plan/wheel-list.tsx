import { Link } from "@remix-run/react";
import { useId } from "react";
import type { WheelEntry } from "~/features/communications-plan/wheel-year.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";

/** How the entries of a list stand in the wheel. */
export type EntryState = "open" | "coming" | "done" | "band" | "dropped";

export type EntryList = { id: string; title: string; why?: string; state: EntryState; entries: WheelEntry[] };

/** The year in words: each row's number in the plan, its name, when, who, and what is known of it. */
export function WheelLists({
  lists,
  slug,
  period,
  place,
}: {
  lists: EntryList[];
  slug: string;
  period: string;
  place: "side" | "below";
}) {
  if (lists.length === 0) return null;
  return (
    <div className="sv-wheellists" data-place={place}>
      {lists.map((list) => (
        <EntrySection key={list.id} list={list} slug={slug} period={period} />
      ))}
    </div>
  );
}

function EntrySection({ list, slug, period }: { list: EntryList; slug: string; period: string }) {
  const heading = useId();
  const { title, why, state, entries } = list;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {title} <small>{entries.length}</small>
      </h2>
      {why && <p className="sv-wheellists__why">{why}</p>}
      <ul>
        {entries.map(({ key, row, number, title, when, who, note }) => (
          <li key={key} data-mark={key}>
            <span className="sv-wn" data-state={state}>
              {number}
            </span>
            <div>
              <Link to={paths.planRow(slug, period, row)}>
                <bdi>{title}</bdi>
              </Link>
              <p>
                {[when, note].filter(Boolean).join(", ")}
                <span>
                  {" · "}
                  <bdi>{who || m.plan_wheel_no_who()}</bdi>
                </span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
