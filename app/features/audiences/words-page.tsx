import { Form, Link } from "@remix-run/react";
import type { AudienceWordsView, WordsAt } from "~/features/audiences/audience-words.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Select } from "~/ui/fields";
import { type Column, DataTable } from "~/ui/table";

type Said = { key: string; words: string; at: WordsAt[]; audience?: { id: string; name: string } | null };
type Audiences = AudienceWordsView["audiences"];

/** Words of plans and networks, where they stand, and what they mean, to be chosen. */
export function WordsTable({
  caption,
  rows,
  audiences,
  slug,
  mayEdit,
}: {
  caption: string;
  rows: Said[];
  audiences: Audiences;
  slug: string;
  mayEdit: boolean;
}) {
  const columns: Column<Said>[] = [
    { id: "words", head: m.audiences_words(), rowHeader: true, onSmall: "full", cell: ({ words }) => `«${words}»` },
    { id: "at", head: m.audiences_words_at(), onSmall: "full", cell: ({ at }) => <Places at={at} slug={slug} /> },
    {
      id: "means",
      head: m.audiences_words_means(),
      onSmall: "full",
      width: 380,
      cell: (row) =>
        mayEdit ? <Means row={row} audiences={audiences} /> : row.audience ? row.audience.name : meaning(row),
    },
  ];
  return <DataTable caption={caption} layout="fixed" rows={rows} rowKey={({ key }) => key} columns={columns} />;
}

const meaning = ({ audience }: Said) => (audience === null ? m.audiences_words_only() : m.audiences_words_unbound());

const shownAtOnce = 20;

function Places({ at, slug }: { at: WordsAt[]; slug: string }) {
  const rows = at.filter(({ kind }) => kind === "plan-row").length;
  const count = [
    rows > 0 && m.audiences_words_rows({ n: rows }),
    at.length > rows && m.audiences_words_networks({ n: at.length - rows }),
  ].filter(Boolean);
  if (count.length === 0) return <span className="sv-quiet">{m.audiences_words_nowhere()}</span>;
  return (
    <details>
      <summary>{count.join(", ")}</summary>
      <ul className="sv-points sv-small">
        {at.slice(0, shownAtOnce).map((each) => (
          <li key={each.id}>
            <Link
              to={each.kind === "network" ? paths.network(slug, each.id) : paths.planRow(slug, each.period, each.id)}
            >
              {each.name}
            </Link>
            {each.kind === "plan-row" && ` (${each.period.replace("-", "–")})`}
          </li>
        ))}
        {at.length > shownAtOnce && <li>{m.audiences_words_more({ n: at.length - shownAtOnce })}</li>}
      </ul>
    </details>
  );
}

function Means({ row, audiences }: { row: Said; audiences: Audiences }) {
  const { key, words, audience } = row;
  const said = audience !== undefined;
  return (
    <Form method="post" className="sv-row" key={audience?.id ?? String(audience)}>
      <input type="hidden" name="words" value={words} />
      <Select
        name="audience"
        id={`means-${key}`}
        label={m.audiences_words_of({ words })}
        labelHidden
        width="medium"
        {...(!said && { placeholder: m.audiences_choose() })}
        options={[
          { value: "none", label: m.audiences_words_only() },
          ...audiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={audience === undefined ? "" : (audience?.id ?? "none")}
      />
      <Button name="intent" value="bind" variant="secondary" small>
        {m.audiences_words_save()}
        <span className="ds-sr-only"> «{words}»</span>
      </Button>
      {said && (
        <Button name="intent" value="forget" variant="tertiary" small icon="undo" iconOnly>
          {`${m.audiences_words_forget()}: «${words}»`}
        </Button>
      )}
    </Form>
  );
}
