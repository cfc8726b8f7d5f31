import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MoveAnswer } from "~/features/communications-plan/answer-move-form.server";
import { periodTitle } from "~/features/communications-plan/period-title";
import type { RowToMove, RowToRemove } from "~/features/communications-plan/plan-row-edit.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";

const nameOf = ({ channel, theme }: { channel: string; theme: string }) => (theme ? `${channel}: ${theme}` : channel);

/** Asks whether a row is to be removed, and says what goes with it; or says why it cannot be. */
export function RemoveRow({ row, slug, changed }: { row: RowToRemove; slug: string; changed: boolean }) {
  const { uses } = row;
  const back = { label: m.plan_to_row(), to: paths.planRow(slug, row.key, row.id) };
  if (row.closed)
    return (
      <Refusal title={m.plan_row_closed()} sub={nameOf(row)} back={back}>
        <p>{m.plan_row_closed_why()}</p>
      </Refusal>
    );
  if (uses.events + uses.publications > 0)
    return (
      <Refusal title={m.plan_remove_in_use()} sub={nameOf(row)} back={back}>
        {uses.events > 0 && <p>{m.plan_remove_events({ n: uses.events })}</p>}
        {uses.publications > 0 && <p>{m.plan_remove_publications({ n: uses.publications })}</p>}
        <p>{m.plan_remove_instead()}</p>
      </Refusal>
    );
  return (
    <>
      {changed && (
        <Note tone="warning" live>
          {m.common_changed_meanwhile()}
        </Note>
      )}
      <Confirm
        level={1}
        title={m.plan_remove_sure({ row: nameOf(row) })}
        tone="danger"
        action={
          <Form method="post">
            <input type="hidden" name="version" value={row.version} />
            <Button variant="danger" icon="trash">
              {m.plan_remove()}
            </Button>
          </Form>
        }
        cancel={{ label: m.common_cancel(), to: back.to }}
      >
        <p>{m.plan_remove_what({ period: periodTitle(row.period) })}</p>
        {uses.responsibilities > 0 && <p>{m.plan_remove_parts({ n: uses.responsibilities })}</p>}
        {uses.occurrences > 0 && <p>{m.plan_remove_states({ n: uses.occurrences })}</p>}
      </Confirm>
    </>
  );
}

function Refusal({
  title,
  sub,
  back,
  children,
}: {
  title: string;
  sub: string;
  back: { label: string; to: string };
  children: ReactNode;
}) {
  return (
    <>
      <PageHead title={title} sub={sub} />
      <Note tone="warning" live>
        {children}
      </Note>
      <p>
        <LinkButton to={back.to} variant="secondary">
          {back.label}
        </LinkButton>
      </p>
    </>
  );
}

/** The form that moves a row to another plan of the region. */
export function MoveRow({ row, slug, refused }: { row: RowToMove; slug: string; refused: MoveAnswer | undefined }) {
  const back = { label: m.plan_to_row(), to: paths.planRow(slug, row.key, row.id) };
  const told = refused && !refused.ok && refused.status !== 404 ? refused : undefined;
  if (row.closed || told?.closed)
    return (
      <Refusal title={m.plan_row_closed()} sub={nameOf(row)} back={back}>
        <p>{m.plan_row_closed_why()}</p>
      </Refusal>
    );
  return (
    <>
      <PageHead title={m.plan_move_other()} sub={nameOf(row)} />
      {row.plans.length === 0 ? (
        <EmptyState
          icon="table"
          title={m.plan_move_none()}
          why={m.plan_move_none_why()}
          action={
            <LinkButton to={back.to} variant="secondary">
              {back.label}
            </LinkButton>
          }
        />
      ) : (
        <Form method="post" className="sv-form" key={row.version}>
          {told?.changed && (
            <Note tone="warning" live>
              {m.common_changed_meanwhile()}
            </Note>
          )}
          <input type="hidden" name="version" value={row.version} />
          <p>{m.plan_move_what()}</p>
          <Select
            name="to"
            label={m.plan_move_to()}
            width="medium"
            error={told?.error ?? null}
            placeholder=""
            defaultValue={told?.to ?? (row.plans.length === 1 ? row.plans[0]?.key : "")}
            options={row.plans.map((plan) => ({ value: plan.key, label: periodTitle(plan) }))}
          />
          <div className="sv-row">
            <Button>{m.plan_move_button()}</Button>
            <LinkButton to={back.to} variant="tertiary">
              {m.common_cancel()}
            </LinkButton>
          </div>
        </Form>
      )}
    </>
  );
}
