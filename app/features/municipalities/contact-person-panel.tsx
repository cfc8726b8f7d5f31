import { Form, useNavigation } from "@remix-run/react";
import type { MunicipalityDetail } from "~/features/municipalities/municipalities.view.server";
import { describeDay } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldRow, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

/** What the page answers when a form was not carried out: errors, or a question with what was typed. */
export type MunicipalityRefusal = {
  intent: "assign" | "end" | "standard";
  errors: Record<string, string>;
  values: Record<string, string>;
  asks?: { personId: string; name: string };
};

type Props = {
  municipality: MunicipalityDetail;
  slug: string;
  mayAssign: boolean;
  refusal: MunicipalityRefusal | undefined;
};

/** Who is contact person, the question about a handover, and the form that names one. */
export function ContactPersonPanel({ municipality, slug, mayAssign, refusal }: Props) {
  const { current, coming, name } = municipality;
  const here = paths.municipality(slug, municipality.number);
  return (
    <Panel title={m.municipalities_contact_person()}>
      {current ? (
        <Rows>
          <Row
            icon="person"
            title={current.name}
            note={
              <>
                <a href={`mailto:${current.email}`}>{current.email}</a> · {span(current)}
              </>
            }
          />
          {coming.map((role) => (
            <Row key={role.id} icon="hourglass" title={role.name} note={span(role)} />
          ))}
        </Rows>
      ) : (
        <PanelBody>
          <Note tone="danger" title={m.municipalities_has_none({ name })}>
            {municipality.before[0]?.to && (
              <p>{m.municipalities_vacant_since({ date: describeDay(municipality.before[0].to) })}</p>
            )}
          </Note>
        </PanelBody>
      )}
      {mayAssign && (
        <PanelBody>
          {refusal?.intent === "assign" && refusal.asks ? (
            <Handover asks={refusal.asks} values={refusal.values} municipality={name} here={here} />
          ) : refusal?.intent === "end" && refusal.asks ? (
            <End asks={refusal.asks} municipality={name} here={here} />
          ) : (
            <Assign hasOne={current !== null} refusal={refusal} />
          )}
          {current && !refusal?.asks && (
            <Form method="post">
              <input type="hidden" name="intent" value="end" />
              <Button variant="tertiary" small icon="leave">
                {m.municipalities_end_without()}
              </Button>
            </Form>
          )}
        </PanelBody>
      )}
    </Panel>
  );
}

function Assign({ hasOne, refusal }: { hasOne: boolean; refusal: MunicipalityRefusal | undefined }) {
  const busy = useNavigation().state === "submitting";
  const own = refusal?.intent === "assign" ? refusal : undefined;
  const errors = Object.entries(own?.errors ?? {});
  return (
    <Form method="post" className="sv-form">
      <ErrorSummary
        title={m.common_errors_title({ n: errors.length })}
        errors={errors.map(([field, message]) => ({ field, message }))}
      />
      {hasOne && <h3>{m.municipalities_new_contact()}</h3>}
      <input type="hidden" name="intent" value="assign" />
      <FieldRow>
        <TextInput
          name="name"
          label={m.municipalities_person_name()}
          autoComplete="off"
          defaultValue={own?.values.name ?? ""}
          error={own?.errors.name ?? null}
        />
        <TextInput
          name="email"
          type="email"
          label={m.municipalities_person_email()}
          autoComplete="off"
          defaultValue={own?.values.email ?? ""}
          error={own?.errors.email ?? null}
        />
      </FieldRow>
      <div className="sv-row">
        <Button icon={hasOne ? "swap" : "person-plus"} variant={hasOne ? "secondary" : "primary"} busy={busy}>
          {hasOne ? m.municipalities_hand_over() : m.municipalities_name_contact()}
        </Button>
      </div>
    </Form>
  );
}

type Asks = { personId: string; name: string };

function Handover({
  asks,
  values,
  municipality,
  here,
}: {
  asks: Asks;
  values: Record<string, string>;
  municipality: string;
  here: string;
}) {
  const successor = values.name ?? "";
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="name" value={successor} />
      <input type="hidden" name="email" value={values.email ?? ""} />
      <input type="hidden" name="replaces" value={asks.personId} />
      <Confirm
        title={m.municipalities_handover_title({ current: asks.name, municipality })}
        action={<Button icon="swap">{m.municipalities_handover_yes({ successor })}</Button>}
        cancel={{ label: m.common_cancel(), to: here }}
      >
        <p>{m.municipalities_handover_question({ successor, email: values.email ?? "" })}</p>
        <p className="sv-quiet">{m.municipalities_handover_note({ current: asks.name })}</p>
      </Confirm>
    </Form>
  );
}

function End({ asks, municipality, here }: { asks: Asks; municipality: string; here: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="ends" value={asks.personId} />
      <Confirm
        tone="danger"
        title={m.municipalities_end_title({ current: asks.name, municipality })}
        action={<Button variant="danger">{m.municipalities_end_yes()}</Button>}
        cancel={{ label: m.common_cancel(), to: here }}
      >
        <p>{m.municipalities_end_note({ municipality })}</p>
      </Confirm>
    </Form>
  );
}

/** Those who have been contact person, the newest first. */
export function EarlierPanel({ municipality: { before } }: { municipality: MunicipalityDetail }) {
  if (before.length === 0) return null;
  return (
    <Panel title={m.municipalities_before()} count={before.length}>
      <Rows>
        {before.map((role) => (
          <Row key={role.id} icon="clock" title={role.name} note={span(role)} />
        ))}
      </Rows>
    </Panel>
  );
}

function span({ from, to }: { from: string; to: string | null }): string {
  return to === null
    ? m.municipalities_since({ date: describeDay(from) })
    : m.municipalities_from_to({ from: describeDay(from), to: describeDay(to) });
}
