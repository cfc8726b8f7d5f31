import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Empty } from "~/ui/table";

/** A name in the responsible column, and the actor or group it is; as the names of a text are read. */
export type ResponsibleName = {
  words: string;
  means: { kind: "actor" | "group"; id: string; name: string } | null;
  unknown: boolean;
};

/** Those responsible, each a link to the actor or group it is, with the words where they say something else. */
export function ResponsibleNames({
  names,
  slug,
  mayBind,
}: {
  names: ResponsibleName[];
  slug: string;
  mayBind: boolean;
}) {
  if (names.length === 0) return <Empty label={m.plan_nobody_responsible()} />;
  return (
    <ul className="sv-plain">
      {names.map(({ words, means, unknown }) => (
        <li key={words}>
          {means ? (
            <Link className="sv-link" to={(means.kind === "actor" ? paths.actor : paths.group)(slug, means.id)}>
              {means.name}
            </Link>
          ) : (
            words
          )}
          {means && means.name !== words && <Quiet>«{words}»</Quiet>}
          {unknown && (
            <Quiet>
              {mayBind ? <Link to={paths.actorNames(slug)}>{m.plan_name_say_who()}</Link> : m.plan_name_unknown()}
            </Quiet>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whom a cell of "målgruppe" means, as `meantAudience` of audiences finds it. */
export type RowAudience = {
  chosen: boolean;
  audiences: { id: string; name: string; people: number }[];
  words: { words: string; audience: { id: string; name: string } | null; said: boolean }[];
};

/** The words of the target group, and the audience each is: chosen for the row, or bound to the words. */
export function AudienceMeaning({
  audience: { chosen, audiences, words },
  cell,
  slug,
  may,
}: {
  audience: RowAudience;
  cell: string;
  slug: string;
  may: { see: boolean; bind: boolean };
}) {
  if (cell === "" && audiences.length === 0) return <Empty label={m.common_empty_cell()} />;
  const named = ({ id, name }: { id: string; name: string }) =>
    may.see ? (
      <Link className="sv-link" to={paths.audience(slug, id)}>
        {name}
      </Link>
    ) : (
      name
    );
  const reach = (id: string) => {
    const people = audiences.find((one) => one.id === id)?.people;
    return people !== undefined && <Quiet>{m.plan_audience_people({ n: people })}</Quiet>;
  };
  const [only] = audiences;
  if (chosen && only)
    return (
      <>
        {cell !== "" && <p className="sv-lines">{cell}</p>}
        <p>
          {m.plan_audience_chosen()} {named(only)}
          {reach(only.id)}
        </p>
      </>
    );
  return (
    <ul className="sv-plain">
      {words.map(({ words: shown, audience, said }) => (
        <li key={shown}>
          {shown}
          {audience && (
            <>
              <Quiet>{m.plan_audience_is()}</Quiet> {named(audience)}
              {reach(audience.id)}
            </>
          )}
          {!said && (
            <Quiet>
              {may.bind ? (
                <Link to={paths.audienceWords(slug)}>{m.plan_audience_say_who()}</Link>
              ) : (
                m.plan_audience_unbound()
              )}
            </Quiet>
          )}
        </li>
      ))}
    </ul>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="sv-quiet sv-small"> {children}</span>;
}
