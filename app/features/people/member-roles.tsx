import { Form, Link } from "@remix-run/react";
import type { RoleFacts } from "~/features/people/people.db.server";
import { roleWords, spanWords } from "~/features/people/role-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { DateInput } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Props = {
  slug: string;
  personId: string;
  roles: RoleFacts[];
  today: string;
  /** The role that is about to be ended, by id. */
  ending: string | null;
  refusal: { errors: FormErrors; values: FormValues } | null;
};

/** The roles somebody holds or will hold, each with its invitation and its end. */
export function MemberRoles({ slug, personId, roles, today, ending, refusal }: Props) {
  const page = paths.member(slug, personId);
  const open = roles.find(({ id }) => id === ending);
  return (
    <Panel title={m.people_roles()} count={roles.length}>
      {refusal && !open && (
        <PanelBody>
          <FormProblems errors={refusal.errors} />
        </PanelBody>
      )}
      {roles.length === 0 && (
        <PanelBody>
          <p className="sv-quiet">{m.people_no_roles()}</p>
        </PanelBody>
      )}
      <Rows>
        {roles.map((role) => (
          <Row
            key={role.id}
            title={roleWords(role)}
            note={spanWords(role.span, today)}
            end={<RoleActions slug={slug} page={page} role={role} />}
          />
        ))}
      </Rows>
      {open && (
        <PanelBody>
          <EndRoleForm key={open.id} role={open} page={page} today={today} refusal={refusal} />
        </PanelBody>
      )}
    </Panel>
  );
}

function RoleActions({ slug, page, role }: { slug: string; page: string; role: RoleFacts }) {
  return (
    <Form method="post" className="sv-row">
      <input type="hidden" name="role" value={role.id} />
      <Button name="intent" value="invite" variant="tertiary" small icon="mail">
        {m.people_invite_again()}
        <span className="ds-sr-only"> {roleWords(role)}</span>
      </Button>
      {role.kind === "contact_person" && role.municipality ? (
        <LinkButton to={paths.municipality(slug, role.municipality.number)} variant="tertiary" small>
          {m.people_to_municipality({ name: role.municipality.name })}
        </LinkButton>
      ) : (
        <LinkButton to={`${page}?end=${role.id}#end-role`} variant="tertiary" small>
          {m.people_end()}
          <span className="ds-sr-only"> {roleWords(role)}</span>
        </LinkButton>
      )}
    </Form>
  );
}

type EndProps = Pick<Props, "today" | "refusal"> & { role: RoleFacts; page: string };

function EndRoleForm({ role, page, today, refusal }: EndProps) {
  const errors = refusal?.errors ?? {};
  return (
    <Form method="post" className="sv-form" id="end-role" noValidate>
      <h3>{m.people_end_title({ role: roleWords(role) })}</h3>
      <FormProblems errors={errors} />
      <input type="hidden" name="role" value={role.id} />
      <DateInput
        name="endDay"
        label={m.people_last_day()}
        hint={m.people_last_day_hint()}
        defaultValue={refusal?.values.endDay ?? today}
        error={errors.endDay}
      />
      <div className="sv-row">
        <Button name="intent" value="end" variant="danger">
          {m.people_end_role()}
        </Button>
        <Button name="intent" value="end-now" variant="secondary">
          {m.people_end_now()}
        </Button>
        <Link className="sv-link" to={page}>
          {m.common_cancel()}
        </Link>
      </div>
    </Form>
  );
}
