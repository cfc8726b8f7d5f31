import { Form, Link } from "@remix-run/react";
import { stateNames, wayNames } from "~/features/registrations/registration-words";
import type { RegistrationRow, RegistrationsView } from "~/features/registrations/registrations.view.server";
import { SignUpFields } from "~/features/registrations/sign-up-fields";
import type { RefusedSignUp } from "~/features/registrations/sign-up-form.server";
import { formatInstant } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Note } from "~/ui/note";
import { ShowMore } from "~/ui/pagination";
import { Panel, PanelBody } from "~/ui/panel";
import { Disclosure } from "~/ui/public-parts";
import { StateWords } from "~/ui/state";
import { DataTable } from "~/ui/table";
import { Segments } from "~/ui/tabs";

type State = RegistrationRow["state"];

const glyphs = {
  registered: "yes",
  offered: "maybe",
  waiting: "planned",
  pending: "needs-person",
  refused: "no",
  cancelled: "no",
} as const;

/** How many have a place against those there are, in words. */
export function CapacityWords({ view }: { view: Pick<RegistrationsView, "ways" | "counts"> }) {
  return (
    <ul className="sv-plain">
      {view.ways.map(({ way, places, registered, offered, inLine }) => (
        <li key={way}>
          {view.ways.length > 1 && `${wayNames[way]()}: `}
          <b>
            {places === null
              ? m.registrations_have_place({ n: registered })
              : m.registrations_of_places({ n: registered, places })}
          </b>
          {offered > 0 && `, ${m.registrations_have_offer({ n: offered })}`}
          {inLine > 0 && `, ${m.registrations_wait({ n: inLine })}`}
        </li>
      ))}
      {view.counts.pending > 0 && <li>{m.registrations_to_approve({ n: view.counts.pending })}</li>}
    </ul>
  );
}

/** Who has signed up: how many, who stands where, and what is done with several at once. */
export function RegistrationsPage({
  view,
  slug,
  eventId,
  state,
  refused,
  problem,
}: {
  view: RegistrationsView;
  slug: string;
  eventId: string;
  state: State | null;
  refused: RefusedSignUp | null;
  problem: string | null;
}) {
  const all = Object.values(view.counts).reduce((sum, count) => sum + count, 0);
  const here = paths.registrations(slug, eventId);
  const shown = (["registered", "offered", "waiting", "pending", "refused", "cancelled"] as const).filter(
    (one) => view.counts[one] > 0 || one === state,
  );
  return (
    <>
      {problem && (
        <Note tone="danger" live>
          {problem}
        </Note>
      )}
      <StandingNotes view={view} slug={slug} eventId={eventId} all={all} />
      {all === 0 ? (
        <EmptyState icon="person-plus" title={m.registrations_nobody()} why={m.registrations_nobody_why()} />
      ) : (
        <>
          <Panel title={m.registrations_places()}>
            <PanelBody>
              <CapacityWords view={view} />
            </PanelBody>
          </Panel>
          <Segments
            label={m.registrations_state()}
            items={[
              { to: here, label: m.registrations_all({ n: all }), current: state === null },
              ...shown.map((one) => ({
                to: `${here}?state=${one}`,
                label: `${stateNames[one]()} (${view.counts[one]})`,
                current: one === state,
              })),
            ]}
          />
          <RegistrationTable view={view} slug={slug} eventId={eventId} state={state} />
        </>
      )}
      {!view.over && view.state === "published" && (
        <Disclosure summary={m.registrations_add()} icon="person-plus" open={refused !== null}>
          <AddForm view={view} refused={refused} />
        </Disclosure>
      )}
    </>
  );
}

/** What stands in the way of people signing up. */
function StandingNotes({
  view,
  slug,
  eventId,
  all,
}: {
  view: RegistrationsView;
  slug: string;
  eventId: string;
  all: number;
}) {
  const settings = { label: m.registrations_settings(), to: paths.registrationSettings(slug, eventId) };
  if (view.state === "draft")
    return (
      <Note action={{ label: m.registrations_to_event(), to: paths.event(slug, eventId) }}>
        {m.registrations_draft_note()}
      </Note>
    );
  if (view.state === "cancelled") return <Note tone="warning">{m.registrations_cancelled_note()}</Note>;
  if (view.registration === "none")
    return <Note action={settings}>{all > 0 ? m.registrations_off_with_people() : m.registrations_off()}</Note>;
  if (!view.open)
    return (
      <Note tone="warning" action={settings}>
        {m.registrations_not_public()}
      </Note>
    );
  return (
    <p>
      <Link to={paths.publicEvent(slug, eventId)}>{m.registrations_public_page()}</Link>
    </p>
  );
}

function RegistrationTable({
  view,
  slug,
  eventId,
  state,
}: {
  view: RegistrationsView;
  slug: string;
  eventId: string;
  state: State | null;
}) {
  const locale = getLocale();
  const pending = view.counts.pending > 0 && !view.over;
  const query = new URLSearchParams({ ...(state && { state }), after: String(view.next ?? "") }).toString();
  return (
    <Form method="post">
      <DataTable
        caption={m.registrations_title()}
        rows={view.rows}
        rowKey={({ id }) => id}
        {...(pending && {
          select: {
            name: "ids[]",
            label: ({ name }: RegistrationRow) => m.registrations_choose({ name }),
            value: ({ id }: RegistrationRow) => id,
            disabled: (row: RegistrationRow) => row.state !== "pending",
            allLabel: m.registrations_choose_all(),
          },
        })}
        columns={[
          {
            id: "name",
            head: m.registrations_name(),
            rowHeader: true,
            onSmall: "full",
            cell: ({ id, name }) => <Link to={paths.registrationOf(slug, eventId, id)}>{name}</Link>,
          },
          {
            id: "from",
            head: m.registrations_organisation(),
            onSmall: "full",
            quiet: true,
            cell: ({ organisation, municipality }) => [organisation, municipality].filter(Boolean).join(", "),
          },
          ...(view.both
            ? [
                {
                  id: "way",
                  head: m.registrations_way_column(),
                  quiet: true as const,
                  cell: ({ way }: RegistrationRow) => wayNames[way](),
                },
              ]
            : []),
          {
            id: "state",
            head: m.registrations_state(),
            cell: (row) => (
              <StateWords state={glyphs[row.state]} note={noteOf(row, view.zone)}>
                {stateNames[row.state]()}
              </StateWords>
            ),
          },
          {
            id: "at",
            head: m.registrations_signed_up_at(),
            quiet: true,
            onSmall: "hide",
            cell: ({ createdAt }) => formatInstant(createdAt, view.zone, locale),
          },
        ]}
      />
      {pending && (
        <div className="sv-row">
          <span>{m.registrations_with_chosen()}</span>
          <Button small name="intent" value="approve">
            {m.registrations_approve()}
          </Button>
          <Button small variant="secondary" name="intent" value="refuse">
            {m.registrations_refuse()}
          </Button>
        </div>
      )}
      {view.next !== null && (
        <ShowMore to={`${paths.registrations(slug, eventId)}?${query}`} label={m.registrations_more()} />
      )}
    </Form>
  );
}

/** Until when a place is kept, or that one was let pass. */
export function noteOf(
  row: Pick<RegistrationRow, "state" | "offeredUntil" | "passed">,
  zone: string,
): string | undefined {
  if (row.state === "offered" && row.offeredUntil)
    return m.registrations_kept_until({ when: formatInstant(row.offeredUntil, zone, getLocale()) });
  return row.state === "waiting" && row.passed ? m.registrations_let_pass() : undefined;
}

function AddForm({ view, refused }: { view: RegistrationsView; refused: RefusedSignUp | null }) {
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <Form method="post" className="sv-form" noValidate>
      <p className="sv-quiet">{m.registrations_add_why()}</p>
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      <SignUpFields
        asked={{ ...view.asked, questions: [] }}
        ways={view.asked.ways.map((way) => ({ way }))}
        values={refused?.values ?? {}}
        given={{}}
        errors={refused?.errors ?? {}}
        problems={{}}
        withEmail
      />
      <div className="sv-row">
        <Button variant="secondary" name="intent" value="add">
          {m.registrations_add_button()}
        </Button>
      </div>
    </Form>
  );
}

/** The files of everybody who has signed up. */
export function ExportLinks({ slug, eventId }: { slug: string; eventId: string }) {
  return (
    <>
      <LinkButton variant="tertiary" icon="download" reloadDocument to={paths.registrationsFile(slug, eventId, "csv")}>
        CSV
      </LinkButton>
      <LinkButton variant="tertiary" icon="download" reloadDocument to={paths.registrationsFile(slug, eventId, "xlsx")}>
        Excel
      </LinkButton>
    </>
  );
}
