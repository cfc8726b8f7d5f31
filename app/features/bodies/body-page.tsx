import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { seatName } from "~/domain/bodies/seats";
import { writtenNumber } from "~/domain/cases/numbers";
import { timeOf } from "~/domain/regions/clock-minutes";
import type { BodyView } from "~/features/bodies/bodies.view.server";
import type { MemberFacts } from "~/features/bodies/body-members.db.server";
import { kindNames, partNames, spanWords } from "~/features/bodies/body-words";
import { formatClock } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { TextInput } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Body = BodyView["body"];

function Terms({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="sv-panel__body sv-stack">
      {rows
        .filter(([, words]) => words)
        .map(([term, words]) => (
          <div key={term}>
            <dt className="sv-small sv-quiet">{term}</dt>
            <dd className="sv-lines">{words}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What a body is, whose it is, where its recommendations go, and when it stands. */
export function AboutBody({ body, slug }: { body: Body; slug: string }) {
  const { actor, next, from } = body;
  return (
    <Panel title={m.bodies_about()}>
      <Terms
        rows={[
          [m.bodies_kind(), kindNames[body.kind]()],
          [m.bodies_purpose(), body.purpose],
          [
            m.bodies_actor(),
            actor && (
              <Link key={actor.id} to={paths.actor(slug, actor.id)}>
                {actor.name}
              </Link>
            ),
          ],
          [
            m.bodies_next(),
            next ? (
              <Link key={next.id} to={paths.body(slug, next.id)}>
                {next.name}
              </Link>
            ) : (
              m.bodies_next_none()
            ),
          ],
          [
            m.bodies_from(),
            from.length > 0 && (
              <ul className="sv-plain">
                {from.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={paths.body(slug, id)}>{name}</Link>
                  </li>
                ))}
              </ul>
            ),
          ],
          [m.bodies_place(), body.place],
          [m.bodies_usual(), usualWords(body)],
          [m.bodies_standing(), spanWords(body.span)],
        ]}
      />
    </Panel>
  );
}

function usualWords({ usualFrom, usualTo }: Body): string {
  const clock = (minutes: number) => formatClock(timeOf(minutes), getLocale());
  return [usualFrom, usualTo].flatMap((at) => (at === null ? [] : [clock(at)])).join("–");
}

/** Quorum, notice, remarks, who else may come, and what is public. */
export function RulesPanel({ body }: { body: Body }) {
  return (
    <Panel title={m.bodies_rules()}>
      <Terms
        rows={[
          [m.bodies_quorum(), body.quorum === null ? m.bodies_quorum_half() : m.bodies_quorum_n({ n: body.quorum })],
          [m.bodies_notice(), m.bodies_notice_words({ n: body.noticeDays })],
          [m.bodies_remarks(), m.bodies_remarks_words({ n: body.remarkDays })],
          [m.bodies_may_attend(), body.mayAttend],
          [
            m.bodies_number(),
            [body.opening && m.bodies_opening_yes(), body.open ? m.bodies_open_yes() : m.bodies_open_no()]
              .filter(Boolean)
              .join(". "),
          ],
        ]}
      />
    </Panel>
  );
}

/** The number of the next case this year and the next; a year nothing has a number of can begin elsewhere than at 1. */
export function NumbersPanel({
  numbers,
  mayEdit,
  refused,
}: {
  numbers: BodyView["numbers"];
  mayEdit: boolean;
  refused: { errors: Record<string, string>; values: Record<string, string> } | null;
}) {
  return (
    <Panel title={m.bodies_number()} id="numbers">
      <PanelBody>
        {numbers.map(({ year, next, last, count, first }) => (
          <div key={year} className="sv-stack">
            <div>
              <span className="sv-small sv-quiet">{m.bodies_number_next({ year })}</span>
              <div>
                <b className="sv-num">{next}</b>
              </div>
              <span className="sv-small sv-quiet">
                {last > 0
                  ? m.bodies_number_given({ n: count, last: writtenNumber({ number: last, year }) })
                  : m.bodies_number_none()}
              </span>
            </div>
            {mayEdit && (last === 0 || refused?.values.year === String(year)) && (
              <Form method="post" className="sv-form" noValidate>
                <input type="hidden" name="year" value={year} />
                <TextInput
                  id={`first-${year}`}
                  name="firstNumber"
                  type="number"
                  min={1}
                  width="short"
                  label={m.bodies_number_first({ year })}
                  hint={m.bodies_number_first_hint()}
                  defaultValue={refused?.values.year === String(year) ? refused.values.firstNumber : String(first)}
                  error={refused?.values.year === String(year) ? refused.errors.firstNumber : undefined}
                />
                <div className="sv-row">
                  <Button name="intent" value="first-number" variant="secondary" small>
                    {m.bodies_number_set()}
                  </Button>
                </div>
              </Form>
            )}
          </div>
        ))}
      </PanelBody>
    </Panel>
  );
}

/** The deputies who meet for anybody, in the order they are called. */
export function CommonDeputies({
  deputies,
  slug,
  bodyId,
  mayEdit,
}: {
  deputies: MemberFacts[];
  slug: string;
  bodyId: string;
  mayEdit: boolean;
}) {
  if (deputies.length === 0) return null;
  return (
    <Panel title={m.bodies_deputies_common()} count={deputies.length} foot={m.bodies_deputies_common_sub()}>
      <Rows>
        {deputies.map((seat, at) => {
          const name = seatName(seat.name, seat.represents);
          return (
            <Row
              key={seat.id}
              title={`${at + 1}. ${name}`}
              to={mayEdit ? paths.bodyMember(slug, bodyId, seat.id) : undefined}
              note={[seat.person?.email, spanWords(seat.span)].filter(Boolean).join(" · ")}
              end={
                mayEdit && (
                  <Form method="post" className="sv-row">
                    <input type="hidden" name="member" value={seat.id} />
                    {at > 0 && (
                      <Button name="intent" value="up" variant="tertiary" small icon="chevron-up" iconOnly>
                        {`${m.bodies_move_up()}: ${name}`}
                      </Button>
                    )}
                    {at < deputies.length - 1 && (
                      <Button name="intent" value="down" variant="tertiary" small icon="chevron-down" iconOnly>
                        {`${m.bodies_move_down()}: ${name}`}
                      </Button>
                    )}
                  </Form>
                )
              }
            />
          );
        })}
      </Rows>
    </Panel>
  );
}

const shownAtMost = 50;

/** Those who come into a body later, or have sat in it. */
export function OtherMembers({
  title,
  members,
  slug,
  bodyId,
  mayEdit,
}: {
  title: string;
  members: MemberFacts[];
  slug: string;
  bodyId: string;
  mayEdit: boolean;
}) {
  if (members.length === 0) return null;
  return (
    <Panel title={title} count={members.length}>
      <Rows>
        {members.slice(0, shownAtMost).map((seat) => (
          <Row
            key={seat.id}
            title={seatName(seat.name, seat.represents)}
            to={mayEdit ? paths.bodyMember(slug, bodyId, seat.id) : undefined}
            note={[partNames[seat.part](), spanWords(seat.span)].filter(Boolean).join(" · ")}
          />
        ))}
      </Rows>
    </Panel>
  );
}

/** Asks before a body is removed. */
export function RemoveBody({ body, slug }: { body: Body; slug: string }) {
  return (
    <Confirm
      title={m.bodies_remove_title({ name: body.name })}
      tone="danger"
      cancel={{ label: m.common_cancel(), to: paths.body(slug, body.id) }}
      action={
        <Form method="post">
          <Button name="intent" value="remove" variant="danger">
            {m.bodies_remove()}
          </Button>
        </Form>
      }
    >
      <p>{m.bodies_remove_why()}</p>
    </Confirm>
  );
}

/** What can be done with a body, the primary last. */
export function BodyActions({
  slug,
  id,
  removable,
  children,
}: {
  slug: string;
  id: string;
  removable: boolean;
  children?: ReactNode;
}) {
  return (
    <>
      {removable && (
        <LinkButton to={`${paths.body(slug, id)}?remove`} variant="tertiary" icon="trash">
          {m.bodies_remove()}
        </LinkButton>
      )}
      <LinkButton to={paths.editBody(slug, id)} variant="tertiary" icon="pencil">
        {m.common_edit()}
      </LinkButton>
      <LinkButton to={paths.bodyMembers(slug, id)} variant="secondary" icon="person-plus">
        {m.bodies_add()}
      </LinkButton>
      {children}
    </>
  );
}
