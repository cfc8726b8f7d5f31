import { Link, useSearchParams } from "@remix-run/react";
import { useRef } from "react";
import { yearsOf } from "~/domain/communications-plan/wheel-year";
import { NoRows, PlanFilters } from "~/features/communications-plan/plan-frame";
import { selectionOf } from "~/features/communications-plan/plan-query";
import type { WheelBy, WheelView } from "~/features/communications-plan/plan-wheel.view.server";
import { HowToRead, WheelLegend } from "~/features/communications-plan/wheel-legend";
import { type EntryList, WheelLists } from "~/features/communications-plan/wheel-list";
import { useWheelPairs } from "~/features/communications-plan/wheel-pairs";
import { WheelPicture } from "~/features/communications-plan/wheel-picture";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Icon, type IconName } from "~/ui/icon";
import { Segments } from "~/ui/tabs";

/** More lines than this stand under the wheel in columns, not beside it. */
const besideAtMost = 40;

/** A year of the plan: the wheel, how to read it, and the same in words. */
export function PlanWheel({ view, slug }: { view: WheelView; slug: string }) {
  const page = useRef<HTMLDivElement>(null);
  useWheelPairs(page);
  const { plan, year, years, by, total, shown } = view;
  const here = paths.planWheel(slug, plan.key);
  const hidden = {
    ...(by !== "channel" && { ring: by }),
    ...(years.length > 1 && { year: String(year) }),
  };
  const lists = listsOf(view);
  const now = lists.filter(({ state }) => state === "open" || state === "coming").length;
  const many = lists.reduce((sum, { entries }) => sum + entries.length, 0) > besideAtMost;
  const beside = many ? 0 : Math.max(now, 1);
  return (
    <>
      {(total > 1 || shown < total) && (
        <PlanFilters selection={view} here={here} hidden={hidden}>
          <RingChoice view={view} here={here} />
          <YearSteps view={view} slug={slug} />
        </PlanFilters>
      )}
      {shown === 0 ? (
        <NoRows total={total} here={here} />
      ) : (
        <div className="sv-wheelpage" data-many={many || undefined} ref={page}>
          <Figure view={view} />
          <WheelLists lists={lists.slice(0, beside)} slug={slug} period={plan.key} place="side" />
          <WheelLists lists={lists.slice(beside)} slug={slug} period={plan.key} place="below" />
          {view.lists.elsewhere > 0 && (
            <p className="sv-wheelpage__foot sv-quiet">{m.plan_wheel_elsewhere({ n: view.lists.elsewhere })}</p>
          )}
        </div>
      )}
    </>
  );
}

function Figure({ view: { year, by, lists, drawing, compact, facts } }: { view: WheelView }) {
  const shared = {
    title: m.plan_wheel_title({ year }),
    description: m.plan_wheel_described({
      ...{ open: lists.open.length, coming: lists.coming.length, undated: lists.undated.length },
      over: lists.done.length + lists.past.length,
    }),
  };
  return (
    <figure className="sv-wheelbox">
      <div className="sv-wheel--full">
        <WheelPicture id="wheel" drawing={drawing} {...shared} />
      </div>
      <div className="sv-wheel--small">
        <WheelPicture compact id="small-wheel" drawing={compact} {...shared} />
      </div>
      <figcaption>
        <WheelLegend facts={facts} />
        <HowToRead facts={facts} by={by} />
      </figcaption>
    </figure>
  );
}

function listsOf({ lists }: WheelView): EntryList[] {
  const all: EntryList[] = [
    { id: "open", title: m.plan_wheel_open(), state: "open", entries: lists.open },
    { id: "coming", title: m.plan_wheel_coming(), state: "coming", entries: lists.coming },
    { id: "done", title: m.plan_wheel_done(), state: "done", entries: lists.done },
    { id: "past", title: m.plan_wheel_past(), why: m.plan_wheel_past_why(), state: "done", entries: lists.past },
    { id: "undated", title: m.plan_wheel_undated(), state: "band", entries: lists.undated },
    { id: "dropped", title: m.plan_wheel_dropped(), state: "dropped", entries: lists.dropped },
  ];
  return all.filter(({ entries }) => entries.length > 0);
}

/** An address of a wheel with the same selection. */
function useAddress() {
  const [params] = useSearchParams();
  return (path: string, own: { ring: WheelBy; year: number | null }) => {
    const query = new URLSearchParams(selectionOf(params));
    if (own.ring !== "channel") query.set("ring", own.ring);
    if (own.year !== null) query.set("year", String(own.year));
    return query.size > 0 ? `${path}?${query}` : path;
  };
}

function RingChoice({ view: { by, year, years }, here }: { view: WheelView; here: string }) {
  const address = useAddress();
  const names: Record<WheelBy, string> = { channel: m.plan_wheel_by_channel(), actor: m.plan_wheel_by_actor() };
  return (
    <>
      <span className="sv-quiet">{m.plan_wheel_by()}</span>
      <Segments
        label={m.plan_wheel_by()}
        items={(["channel", "actor"] as const).map((ring) => ({
          to: address(here, { ring, year: years.length > 1 ? year : null }),
          label: names[ring],
          current: ring === by,
        }))}
      />
    </>
  );
}

/** To the year before and after, of this plan or of the one that covers it; nothing when there is neither. */
function YearSteps({ view: { plan, plans, year, by }, slug }: { view: WheelView; slug: string }) {
  const address = useAddress();
  const ownerOf = (of: number) => [plan, ...plans].find((one) => yearsOf(one).includes(of));
  const [before, after] = [ownerOf(year - 1), ownerOf(year + 1)];
  if (!before && !after) return null;
  const to = (key: string, of: number) => address(paths.planWheel(slug, key), { ring: by, year: of });
  return (
    <nav className="sv-year" aria-label={m.plan_wheel_years()}>
      {before && (
        <Step to={to(before.key, year - 1)} icon="chevron-left" label={m.plan_wheel_earlier({ year: year - 1 })} />
      )}
      <b>{year}</b>
      {after && (
        <Step to={to(after.key, year + 1)} icon="chevron-right" label={m.plan_wheel_later({ year: year + 1 })} />
      )}
    </nav>
  );
}

function Step({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <Link to={to} title={label} preventScrollReset>
      <Icon name={icon} />
      <span className="ds-sr-only">{label}</span>
    </Link>
  );
}
