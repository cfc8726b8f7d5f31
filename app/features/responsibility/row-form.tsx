import { Form, useNavigation } from "@remix-run/react";
import { type Tier, tiers } from "~/domain/responsibility/columns";
import { type PartCode, partCodes } from "~/domain/responsibility/parts";
import { partWord } from "~/features/responsibility/matrix-words";
import type { RowView } from "~/features/responsibility/row.view.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { DateInput, Select } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody } from "~/ui/panel";

/** What a refused save gives back: what is wrong by field, the choices made, and who was first with which cell. */
export type RowRefusal = {
  errors: Record<string, string>;
  /** Actor -> what was chosen, as the form has it. */
  chosen: Record<string, string>;
  from: string;
  first: { actorId: string; who: string | null; at: string | null } | null;
};

type Actor = RowView["actors"][number];

const tierWords: Record<Tier, () => string> = {
  core: () => m.responsibility_tier_core(),
  extended: () => m.responsibility_tier_extended(),
  outside: () => m.responsibility_tier_outside(),
};

/** A row as one form: a choice for every actor, by the circle it stands in. */
export function RowForm({
  row,
  zone,
  refusal,
  cancelTo,
}: {
  row: RowView;
  zone: string;
  refusal: RowRefusal | undefined;
  cancelTo: string;
}) {
  const busy = useNavigation().state === "submitting";
  const errors = Object.entries(refusal?.errors ?? {});
  return (
    <Form method="post" id="form" className="sv-stack" key={row.actors.map(({ code }) => code).join("")}>
      <ErrorSummary
        title={m.common_errors_title({ n: errors.length })}
        errors={errors.map(([field, message]) => ({ field, message }))}
      />
      {refusal?.first && <First first={refusal.first} row={row} zone={zone} />}
      <input type="hidden" name="asOf" value={row.asOf} />
      {tiers.map((tier) => {
        const own = row.actors.filter((actor) => actor.tier === tier);
        return own.length === 0 ? null : (
          <Panel key={tier} title={tierWords[tier]()}>
            <PanelBody>
              <div className="sv-two">
                {own.map((actor) => (
                  <PartSelect
                    key={actor.id}
                    actor={actor}
                    row={row}
                    chosen={refusal?.chosen[actor.id]}
                    error={refusal?.errors[`part:${actor.id}`]}
                  />
                ))}
              </div>
            </PanelBody>
          </Panel>
        );
      })}
      {row.approvedFrom !== null && (
        <DateInput
          name="from"
          label={m.responsibility_row_from_label()}
          hint={m.responsibility_row_from_hint()}
          min={row.approvedFrom}
          defaultValue={refusal?.from || [row.asOf, row.approvedFrom].sort().at(-1)}
          error={refusal?.errors.from ?? null}
          required
        />
      )}
      <div className="sv-row">
        <Button busy={busy}>{m.responsibility_row_save()}</Button>
        <LinkButton to={cancelTo} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

/** Somebody else's change of a cell this form changes too. */
function First({ first, row, zone }: { first: NonNullable<RowRefusal["first"]>; row: RowView; zone: string }) {
  const actor = row.actors.find(({ id }) => id === first.actorId);
  const part = partOfCode(actor?.code ?? ".");
  return (
    <Note tone="warning" title={m.common_changed_meanwhile()} live>
      <p>{m.responsibility_row_stands({ actor: actor?.name ?? "", part: partWord(part) })}</p>
      {first.who !== null && first.at !== null && (
        <p>
          {m.responsibility_row_changed_by({
            who: first.who,
            when: formatInstant(first.at, zone, getLocale()),
          })}
        </p>
      )}
    </Note>
  );
}

const partOfCode = (code: string): PartCode | null => partCodes.find((part) => part === code.toLowerCase()) ?? null;

function PartSelect({
  actor,
  row,
  chosen,
  error,
}: {
  actor: Actor;
  row: RowView;
  chosen: string | undefined;
  error: string | undefined;
}) {
  const { id, name, code, implied } = actor;
  const said = code === "-" ? "none" : /[A-Z]/.test(code) ? code.toLowerCase() : "clear";
  const unsaid = said === "clear" ? partOfCode(code) : implied;
  const asIs =
    unsaid === null
      ? partWord(null)
      : row.kind === "task"
        ? m.responsibility_row_as_owner({ part: partWord(unsaid) })
        : m.responsibility_row_as_plan({ part: partWord(unsaid) });
  return (
    <div>
      <input type="hidden" name={`seen:${id}`} value={code} />
      <Select
        name={`part:${id}`}
        label={name}
        defaultValue={chosen ?? said}
        error={error ?? null}
        options={[
          { value: "clear", label: asIs },
          ...partCodes.map((part) => ({ value: part, label: partWord(part) })),
          ...(implied === null && said !== "none" ? [] : [{ value: "none", label: partWord(null) }]),
        ]}
      />
    </div>
  );
}
