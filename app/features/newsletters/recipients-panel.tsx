import type { RecipientCounts } from "~/features/newsletters/composer-mail.server";
import { languageNames } from "~/features/newsletters/issue-words";
import { m } from "~/i18n/messages/messages";
import { Panel, PanelBody } from "~/ui/panel";

/** How many get an issue and through what, and who is left out. */
export function RecipientsPanel({ counts, seeAll }: { counts: RecipientCounts; seeAll: string }) {
  const { contacts, members, audience, subscribers, languages, held, left } = counts;
  const named = (
    [
      [m.newsletters_by_contacts(), contacts],
      [m.newsletters_by_members(), members],
      [m.newsletters_by_audience(), audience],
      [m.newsletters_by_subscribers(), subscribers],
    ] as const
  ).filter(([, count]) => count > 0);
  const out = [
    ...(held > 0 ? [m.newsletters_kept_out_held({ n: held })] : []),
    ...(left > 0 ? [m.newsletters_kept_out_left({ n: left })] : []),
  ];
  return (
    <Panel
      title={m.newsletters_recipients()}
      count={counts.count}
      link={{ label: m.newsletters_see_all(), to: seeAll }}
    >
      <PanelBody>
        {counts.count === 0 ? (
          <p>{m.newsletters_nobody_gets_it()}</p>
        ) : (
          <dl className="sv-terms">
            {named.map(([term, count]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{count}</dd>
              </div>
            ))}
            <div>
              <dt>{m.newsletters_by_language()}</dt>
              <dd>
                {languages
                  .map(({ language, count }) =>
                    m.newsletters_in_language({ n: count, language: languageNames[language]().toLowerCase() }),
                  )
                  .join(", ")}
              </dd>
            </div>
            {out.length > 0 && (
              <div>
                <dt>{m.newsletters_kept_out()}</dt>
                <dd>{out.join(", ")}</dd>
              </div>
            )}
          </dl>
        )}
      </PanelBody>
    </Panel>
  );
}
