import { Form, Link } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import type { MatrixRow, MatrixView } from "./matrix.view.server";
import { partIn } from "./matrix-cells";
import { PartMark } from "./matrix-toolbar";
import { codeWords } from "./matrix-words";

/** The matrix on a small screen: one actor at a time, chosen by a GET form, and the rows she has a part in. */
export function MatrixPhone({
  view,
  slug,
  actorId,
  kept,
}: {
  view: MatrixView;
  slug: string;
  /** As asked for; the first actor when it is none of them. */
  actorId: string;
  /** What the address has besides, to be kept. */
  kept: [string, string][];
}) {
  const column = Math.max(
    0,
    view.actors.findIndex(({ id }) => id === actorId),
  );
  const actor = view.actors[column];
  const rows = [...view.tasks, ...view.planRows];
  const withPart = rows.filter(({ cells }) => partIn(cells.charAt(column)) !== null);
  const without = rows.filter((row) => !withPart.includes(row));
  if (!actor) return null;
  return (
    <section className="sv-mxphone" aria-label={m.responsibility_actor()}>
      <Form method="get" className="sv-mxphone__choose" preventScrollReset>
        {kept.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="matrix-actor" className="ds-label">
          {m.responsibility_actor()}
        </label>
        <select
          id="matrix-actor"
          key={actor.id}
          className="ds-input"
          name="actor"
          defaultValue={actor.id}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          {view.actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Button variant="secondary">{m.responsibility_actor_show()}</Button>
      </Form>
      <h2>{m.responsibility_actor_rows({ actor: actor.name, n: withPart.length })}</h2>
      <PhoneRows rows={withPart} column={column} slug={slug} />
      {without.length > 0 && (
        <details>
          <summary>{m.responsibility_actor_none({ n: without.length })}</summary>
          <PhoneRows rows={without} column={column} slug={slug} />
        </details>
      )}
    </section>
  );
}

function PhoneRows({ rows, column, slug }: { rows: MatrixRow[]; column: number; slug: string }) {
  if (rows.length === 0) return null;
  return (
    <ul className="sv-panel">
      {rows.map((row) => {
        const code = row.cells.charAt(column);
        return (
          <li key={row.id}>
            <Link to={paths.responsibilityRow(slug, row.id)}>
              <span>
                {row.name}
                {row.detail && <small>{row.detail}</small>}
                {code !== "." && <small>{codeWords(code)}</small>}
              </span>
              {code !== "." && <PartMark code={code} />}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
