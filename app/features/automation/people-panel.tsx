import { Link } from "@remix-run/react";
import type { PlannedKind } from "~/domain/automation/planned";
import { plannedKindWords } from "~/features/automation/planned-words";
import { asSentence, formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Panel, PanelBody } from "~/ui/panel";

export type PlannedPeople = {
  line: { kind: PlannedKind; subject: string; audience: string; at: string };
  names: string[];
};

/** Whom one line goes to, by name. */
export function PeoplePanel({ found, zone, closeTo }: { found: PlannedPeople; zone: string; closeTo: string }) {
  const { line, names } = found;
  const what = [plannedKindWords(line.kind), line.subject].filter(Boolean).join(": ");
  return (
    <Panel title={what} id="people" count={m.automation_recipients({ n: names.length })}>
      <PanelBody>
        <p>
          {asSentence(formatInstant(line.at, zone, getLocale()))} · {line.audience}
        </p>
        {names.length > 0 ? (
          <ul className="sv-plain sv-ahead__people">
            {names.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is not reordered
              <li key={at}>{name}</li>
            ))}
          </ul>
        ) : (
          <p className="sv-quiet">{m.automation_people_none()}</p>
        )}
        <p className="sv-quiet sv-small">{m.automation_people_now()}</p>
        <Link to={closeTo} preventScrollReset>
          {m.automation_people_close()}
        </Link>
      </PanelBody>
    </Panel>
  );
}
