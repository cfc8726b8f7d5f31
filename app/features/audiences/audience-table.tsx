import { Link } from "@remix-run/react";
import type { audiencesView } from "~/features/audiences/audience.view.server";
import { ruleWords } from "~/features/audiences/audience-names";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { DataTable, Empty } from "~/ui/table";

type Listed = Awaited<ReturnType<typeof audiencesView>>["audiences"][number];

/** Audiences: what the rule is in words, how many it reaches, and the words that are bound to it. */
export function AudienceTable({ audiences, slug }: { audiences: Listed[]; slug: string }) {
  return (
    <div className="sv-panel">
      <DataTable
        caption={m.audiences_title()}
        layout="fixed"
        rows={audiences}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            head: m.audiences_audience(),
            rowHeader: true,
            width: 240,
            onSmall: "full",
            cell: ({ id, name }) => <Link to={paths.audience(slug, id)}>{name}</Link>,
          },
          { id: "rule", head: m.audiences_rule(), onSmall: "full", cell: ({ parts }) => ruleWords(parts) },
          {
            id: "words",
            head: m.audiences_words_bound(),
            width: 220,
            onSmall: "label",
            quiet: true,
            cell: ({ words }) =>
              words.length === 0 ? (
                <Empty label={m.common_empty_cell()} />
              ) : (
                words.map((each) => `«${each}»`).join(", ")
              ),
          },
          {
            id: "people",
            head: m.audiences_people(),
            align: "right",
            width: 130,
            onSmall: "label",
            cell: ({ people, apart }) => (
              <>
                {people}
                {apart > 0 && <div className="sv-quiet sv-small">{m.audiences_apart({ n: apart })}</div>}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
