import { Form } from "@remix-run/react";
import { NameList } from "~/features/municipalities/name-list";
import type { RegisterRow, RegisterView } from "~/features/municipalities/register.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { DateInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Columns, Panel, Row, Rows } from "~/ui/panel";
import { type Column, DataTable } from "~/ui/table";

type Props = { view: RegisterView; slug: string; error: string | null; asked: string };

/** The region as it was on a day, with what became of each, and what today's were made of. */
export function RegisterPage({ view, slug, error, asked }: Props) {
  const { day, rows, made, beforeFirst, first, today } = view;
  return (
    <div className="sv-stack">
      <Form method="get" className="sv-row sv-row--end">
        <DateInput
          name="day"
          label={m.municipalities_day()}
          hint={m.municipalities_editions({ years: years(view) })}
          defaultValue={asked}
          error={error}
          width="short"
          required
        />
        <Button variant="secondary">{m.common_show()}</Button>
      </Form>
      {beforeFirst && first && (
        <Note tone="warning" title={m.municipalities_register_begins({ year: first.slice(0, 4) })}>
          <p>{m.municipalities_register_begins_why({ year: first.slice(0, 4) })}</p>
        </Note>
      )}
      <Columns
        main={
          <Panel title={m.municipalities_on_day({ date: describeDay(day) })} count={rows.length}>
            {rows.length === 0 ? (
              <EmptyState icon="pin" title={m.municipalities_none_on_day()} />
            ) : (
              <DataTable
                caption={m.municipalities_on_day({ date: describeDay(day) })}
                columns={columns(slug)}
                rows={rows}
                rowKey={({ id }) => id}
              />
            )}
          </Panel>
        }
        side={day < today && <Made made={made} slug={slug} />}
      />
    </div>
  );
}

const years = ({ editions }: RegisterView) => editions.map((day) => day.slice(0, 4)).join(", ");

/** Today's municipalities that did not stand then. */
function Made({ made, slug }: { made: RegisterView["made"]; slug: string }) {
  if (made.length === 0) return null;
  return (
    <Panel title={m.municipalities_new_since()} count={made.length}>
      <Rows>
        {made.map(({ number, name, from }) => (
          <Row
            key={number}
            title={name}
            to={paths.municipality(slug, number)}
            note={
              from.length === 0 ? (
                m.municipalities_origin_unknown()
              ) : (
                <>
                  {m.municipalities_comes_of()} <NameList slug={slug} names={from} />
                </>
              )
            }
          />
        ))}
      </Rows>
    </Panel>
  );
}

const columns = (slug: string): Column<RegisterRow>[] => [
  {
    id: "name",
    head: m.municipalities_municipality(),
    rowHeader: true,
    width: 220,
    onSmall: "full",
    cell: ({ number, name, nameSami }) => (
      <>
        {name}
        <small className="sv-quiet sv-num">
          {number}
          {nameSami && ` · ${nameSami}`}
        </small>
      </>
    ),
  },
  { id: "county", head: m.municipalities_county(), quiet: true, onSmall: "hide", cell: ({ county }) => county },
  { id: "now", head: m.municipalities_today(), onSmall: "label", cell: (row) => <Now row={row} slug={slug} /> },
];

function Now({ row: { number, name, now }, slug }: { row: RegisterRow; slug: string }) {
  if (now.kind === "same") return <NameList slug={slug} names={[{ number, name, inRegion: true }]} />;
  if (now.kind === "renamed")
    return (
      <>
        <NameList slug={slug} names={[{ number: now.number, name: now.name, inRegion: true }]} />
        <small className="sv-quiet sv-num">{now.number}</small>
      </>
    );
  if (now.kind === "ended") return m.municipalities_ended_unknown_on({ date: describeDay(now.day) });
  if (now.kind === "left")
    return (
      <>
        <NameList slug={slug} names={[{ number: now.number, name: now.name, inRegion: true }]} />
        <small>{m.municipalities_outside()}</small>
      </>
    );
  return (
    <>
      {now.to.length === 1 ? m.municipalities_went_into() : m.municipalities_divided_between()}{" "}
      <NameList slug={slug} names={now.to} />
      {now.to.every(({ outside }) => outside) && <small>{m.municipalities_outside()}</small>}
    </>
  );
}
