import { plannedKindWords } from "~/features/automation/planned-words";
import type { YearClash, YearLine } from "~/features/automation/year.view.server";
import { asSentence, formatDate, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Panel } from "~/ui/panel";
import { StateGlyph } from "~/ui/state";

/** So many stand open; more are folded away. */
const shownAtMost = 4;

/** Where what is planned gets in the way of itself, each in words with the lines it is about. */
export function YearClashes({ clashes, zone }: { clashes: YearClash[]; zone: string }) {
  if (clashes.length === 0) return null;
  const [first, more] = [clashes.slice(0, shownAtMost), clashes.slice(shownAtMost)];
  return (
    <Panel title={m.automation_clashes()} id="clashes" count={clashes.length}>
      <ClashList clashes={first} zone={zone} />
      {more.length > 0 && (
        <details className="sv-rules__more">
          <summary>{m.automation_more_clashes({ n: more.length })}</summary>
          <ClashList clashes={more} zone={zone} />
        </details>
      )}
    </Panel>
  );
}

function ClashList({ clashes, zone }: { clashes: YearClash[]; zone: string }) {
  return (
    <ul className="sv-list sv-ahead__clashes">
      {clashes.map((clash) => (
        <li key={`${clash.kind} ${clash.lines[0]?.key}`}>
          <StateGlyph state="needs-person" size={16} />
          {clash.lines.length > 1 ? (
            <details>
              <summary>{words(clash, zone)}</summary>
              <ClashLines lines={clash.lines} />
            </details>
          ) : (
            <p>{words(clash, zone)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function words(clash: YearClash, zone: string): string {
  const locale = getLocale();
  const [first, last] = [clash.lines[0]?.day ?? "", clash.lines.at(-1)?.day ?? ""];
  if (clash.kind === "crowded") {
    const days = first === last ? short(first) : `${short(first)} – ${short(last)}`;
    const { people, count, most } = clash;
    return m.automation_clash_crowd({ n: people, count, days, most });
  }
  const when = formatInstant(clash.at, zone, locale);
  if (clash.kind === "slow")
    return m.automation_clash_slow({ when: asSentence(when), n: clash.recipients, cap: clash.cap, hours: clash.hours });
  const line = clash.lines[0];
  return m.automation_clash_closed({ what: line ? lineWords(line) : "", when });
}

const short = (day: string) => formatDate(day, getLocale(), "short");

const lineWords = ({ kind, subject }: YearLine) => [plannedKindWords(kind), subject].filter(Boolean).join(": ");

function ClashLines({ lines }: { lines: YearLine[] }) {
  return (
    <ul className="sv-plain sv-small sv-quiet">
      {lines.map((line) => (
        <li key={line.key}>
          {asSentence(short(line.day))}: {lineWords(line)} ({m.automation_recipients({ n: line.recipients })})
        </li>
      ))}
    </ul>
  );
}
