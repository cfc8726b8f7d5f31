import type { ReactNode } from "react";
import type { WheelLayout } from "~/domain/communications-plan/wheel";
import type { WheelBy } from "~/features/communications-plan/plan-wheel.view.server";
import { m } from "~/i18n/messages/messages";

/** What the colours and lines of a wheel say; only those it has. */
export function WheelLegend({ layout: { rings, band, hand } }: { layout: WheelLayout }) {
  const states = new Set(rings.flatMap(({ marks }) => marks.map(({ state }) => state)));
  const styles = new Set(band.map(({ style }) => style));
  return (
    <ul className="sv-legend">
      {states.has("done") && <Key picture={<StateKey state="done" />}>{m.plan_wheel_key_done()}</Key>}
      {states.has("open") && <Key picture={<StateKey state="open" />}>{m.plan_wheel_key_open()}</Key>}
      {states.has("coming") && <Key picture={<StateKey state="coming" />}>{m.plan_wheel_coming()}</Key>}
      {styles.has("continuous") && <Key picture={<Lane style="continuous" />}>{m.plan_wheel_key_continuous()}</Key>}
      {styles.has("on-demand") && <Key picture={<Lane style="on-demand" />}>{m.plan_wheel_key_on_demand()}</Key>}
      {styles.has("recurring") && <Key picture={<Lane style="recurring" />}>{m.plan_wheel_key_recurring()}</Key>}
      {hand !== null && (
        <Key
          picture={
            <svg className="sv-wheelkey" width="20" height="10" aria-hidden="true">
              <path className="w-hand" d="M0 5h14" />
              <circle className="w-hand-head" cx="15" cy="5" r="4" />
            </svg>
          }
        >
          {m.plan_wheel_key_today()}
        </Key>
      )}
    </ul>
  );
}

function Key({ picture, children }: { picture: ReactNode; children: string }) {
  return (
    <li>
      {picture}
      {children}
    </li>
  );
}

/** The colour of a state, as a key; "band" is work without a date. */
export function StateKey({ state }: { state: string }) {
  if (state === "band") return <Lane style="continuous" width={14} />;
  return (
    <svg className="sv-wheelkey" width="14" height="14" aria-hidden="true">
      <g className="w-mark" data-state={state}>
        <rect x="0.75" y="0.75" width="12.5" height="12.5" rx="3.5" />
      </g>
    </svg>
  );
}

const Lane = ({ style, width = 26 }: { style: string; width?: number }) => (
  <svg className="sv-wheelkey" width={width} height="10" aria-hidden="true">
    <g className="w-band" data-style={style}>
      <path d={`M1 5h${width - 2}`} strokeWidth={style === "continuous" ? 8 : undefined} />
    </g>
  </svg>
);

/** The sentence on how a wheel is read: what its rings are, from the outside in, and what stands in them. */
export function HowToRead({ layout: { rings, size, folded }, by }: { layout: WheelLayout; by: WheelBy }) {
  if (rings.length === 0) return null;
  const names = rings.map(({ name }) => name.toLowerCase());
  const inWords = rings.map(({ name }) => name).join(", ");
  return (
    <p className="sv-quiet sv-small">
      {[
        by === "channel"
          ? m.plan_wheel_rings_channel({ rings: names.join(", ") })
          : m.plan_wheel_rings_actor({ rings: inWords }),
        folded.length > 0 && m.plan_wheel_folded({ other: rings.at(-1)?.name ?? "", names: folded.join(", ") }),
        m.plan_wheel_read(),
        size.numbers ? m.plan_wheel_read_numbers() : m.plan_wheel_read_many(),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
