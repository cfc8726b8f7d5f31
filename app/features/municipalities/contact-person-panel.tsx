import { Form, useNavigation } from "@remix-run/react";
import type { HoldReason } from "~/domain/delivery/hold";
import type { MunicipalityDetail } from "~/features/municipalities/municipalities.view.server";
import { holdWords } from "~/features/people/hold-words";
import { describeDay } from "~/features/timing/day-words";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldRow, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

/** What the page answers when a form was not carried out: errors, or a question with what was typed. */
export type MunicipalityRefusal = {
  intent: "assign" | "end";
  errors: Record<string, string>;
  values: Record<string, string>;
  asks?: { personId: string; name: string };
};

/** How it stands with the contact person beside who it is. */
export type ContactStanding = {
  /** Open invitations that would pass to a successor. */
  open: number;
  /** Since which day, "YYYY-MM-DD", nothing is sent to her address. */
  held: { since: string; reason: HoldReason } | null;
  /** She has been asked to hand over, and can by the link until then. */
  asked: { until: string } | null;
};

type Props = {
  municipality: MunicipalityDetail;
  standing: ContactStanding;
  slug: string;
  zone: string;
  mayAssign: boolean;
  /** Whether the reader may change people's addresses. */
  mayEditPeople: boolean;
  /** Whether the reader is the contact person herself. */
  self: boolean;
  refusal: MunicipalityRefusal | undefined;
};

/** Who is contact person, the question about a handover, and the form that names one. */
export function ContactPersonPanel(props: Props) {
  const { municipality, standing, slug, mayAssign, refusal } = props;
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
      {current && standing.held && <Held {...props} personId={current.personId} held={standing.held} />}
      {mayAssign && (
        <PanelBody>
          {refusal?.intent === "assign" && refusal.asks ? (
            <Handover asks={refusal.asks} values={refusal.values} municipality={name} here={here} />
          ) : refusal?.intent === "end" && refusal.asks ? (
            <End asks={refusal.asks} municipality={name} here={here} />
          ) : (
            <Assign {...props} />
          )}
          {current && !refusal?.asks && (
            <Form method="post" className="sv-row">
              {!props.self && !standing.held && (
                <Button name="intent" value="ask" variant="tertiary" small icon="mail">
                  {standing.asked
                    ? m.municipalities_contact_ask_again({ name: current.name })
                    : m.municipalities_contact_ask({ name: current.name })}
                </Button>
              )}
              <Button name="intent" value="end" variant="tertiary" small icon="leave">
                {m.municipalities_end_without()}
              </Button>
            </Form>
          )}
          {current && standing.asked && !props.self && (
            <p className="sv-quiet sv-small">
              {m.municipalities_contact_asked_until({
                name: current.name,
                until: formatInstant(standing.asked.until, props.zone, getLocale()),
              })}
            </p>
          )}
        </PanelBody>
      )}
    </Panel>
  );
}

/** Nothing is sent to the contact person: since when, why, and the cure. */
function Held(props: Props & { personId: string; held: NonNullable<ContactStanding["held"]> }) {
  const { slug, mayAssign, mayEditPeople, personId, held } = props;
  return (
    <PanelBody>
      <Note
        tone="danger"
        title={m.municipalities_hold_is()}
        {...(mayEditPeople && { action: { label: m.municipalities_hold_change(), to: paths.member(slug, personId) } })}
      >
        <p>{holdWords(held)}</p>
        <p>{m.municipalities_hold_cure()}</p>
      </Note>
      {mayAssign && (
        <Form method="post">
          <Button name="intent" value="lift" variant="secondary" small>
            {m.municipalities_hold_lift()}
          </Button>
        </Form>
      )}
    </PanelBody>
  );
}

/** Names a contact person; where there is one, she is handed over from in the same step. */
function Assign({ municipality: { current }, standing, self, refusal }: Props) {
  const hasOne = current !== null;
  const busy = useNavigation().state === "submitting";
  const own = refusal?.intent === "assign" ? refusal : undefined;
  const errors = Object.entries(own?.errors ?? {});
  return (
    <Form method="post" className="sv-form">
      <ErrorSummary
        title={m.common_errors_title({ n: errors.length })}
        errors={errors.map(([field, message]) => ({ field, message }))}
      />
      {hasOne && <h3>{self ? m.municipalities_contact_pass_on() : m.municipalities_new_contact()}</h3>}
      <input type="hidden" name="intent" value="assign" />
      {current && <input type="hidden" name="replaces" value={current.personId} />}
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
      <p className="sv-quiet sv-small">
        {standing.open > 0
          ? m.municipalities_contact_takes_along({ n: standing.open })
          : m.municipalities_contact_takes_nothing()}
      </p>
      <div className="sv-row">
        <Button icon={hasOne ? "swap" : "person-plus"} variant={hasOne ? "secondary" : "primary"} busy={busy}>
          {self
            ? m.municipalities_contact_pass_on()
            : hasOne
              ? m.municipalities_hand_over()
              : m.municipalities_name_contact()}
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
