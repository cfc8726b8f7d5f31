import type { ReactNode } from "react";
import type { WheelBy } from "~/features/communications-plan/plan-wheel.view.server";
import { LaneKey, StateKey } from "~/features/communications-plan/wheel-keys";
import type { WheelFacts } from "~/features/communications-plan/wheel-year.view.server";
import { m } from "~/i18n/messages/messages";

/** What the colours and lines of a wheel say; only those it has. */
export function WheelLegend({ facts: { states, styles, hasHand } }: { facts: WheelFacts }) {
  return (
    <ul className="sv-legend">
      {states.includes("done") && <Key picture={<StateKey state="done" />}>{m.plan_wheel_key_done()}</Key>}
      {states.includes("open") && <Key picture={<StateKey state="open" />}>{m.plan_wheel_key_open()}</Key>}
      {states.includes("coming") && <Key picture={<StateKey state="coming" />}>{m.plan_wheel_coming()}</Key>}
      {styles.includes("continuous") && (
        <Key picture={<LaneKey style="continuous" />}>{m.plan_wheel_key_continuous()}</Key>
      )}
      {styles.includes("on-demand") && (
        <Key picture={<LaneKey style="on-demand" />}>{m.plan_wheel_key_on_demand()}</Key>
      )}
      {styles.includes("recurring") && (
        <Key picture={<LaneKey style="recurring" />}>{m.plan_wheel_key_recurring()}</Key>
      )}
      {hasHand && (
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

/** The sentence on how a wheel is read: what its rings are, from the outside in, and what stands in them. */
export function HowToRead({ facts: { rings, folded, hasNumbers }, by }: { facts: WheelFacts; by: WheelBy }) {
  if (rings.length === 0) return null;
  return (
    <p className="sv-quiet sv-small">
      {[
        by === "channel"
          ? m.plan_wheel_rings_channel({ rings: rings.map((name) => name.toLowerCase()).join(", ") })
          : m.plan_wheel_rings_actor({ rings: rings.join(", ") }),
        folded.length > 0 && m.plan_wheel_folded({ other: rings.at(-1) ?? "", names: folded.join(", ") }),
        m.plan_wheel_read(),
        hasNumbers ? m.plan_wheel_read_numbers() : m.plan_wheel_read_many(),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
