import { Form } from "@remix-run/react";
import type { RefusedDeputy } from "~/features/events/answer-deputies-form.server";
import type { ShownDeputy } from "~/features/events/deputies.view.server";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { FieldRow, TextInput } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

/** Why a deputy would not be asked, in words. */
function troubleWords(trouble: ShownDeputy["trouble"]): string {
  if (trouble === "held") return m.events_deputies_held();
  return trouble === "unwilling" ? m.events_deputies_unwilling() : "";
}

/** The deputies of one list, in the order they are asked, without anything to change. */
export function DeputyRows({ deputies }: { deputies: ShownDeputy[] }) {
  return (
    <Rows>
      {deputies.map(({ id, name, email, trouble }) => (
        <Row key={id} icon="person" title={name} note={[email, troubleWords(trouble)].filter(Boolean).join(" · ")} />
      ))}
    </Rows>
  );
}

/** One list of deputies to add to, take from and put in order. */
export function DeputiesEditor({
  deputies,
  forWhom,
  refused,
}: {
  deputies: ShownDeputy[];
  forWhom: string;
  refused: RefusedDeputy | null;
}) {
  const errors = Object.entries(refused?.errors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <>
      <ErrorSummary title={m.common_errors_title({ n: errors.length })} errors={errors} />
      <Panel title={m.events_deputies()} count={deputies.length || undefined} foot={forWhom}>
        {deputies.length === 0 ? (
          <EmptyState icon="person-group" title={m.events_deputies_none()} why={m.events_deputies_none_why()} />
        ) : (
          <Rows>
            {deputies.map((deputy, at) => (
              <Row
                key={deputy.id}
                icon="person"
                title={deputy.name}
                note={[deputy.email, m.events_deputies_order({ n: at + 1 }), troubleWords(deputy.trouble)]
                  .filter(Boolean)
                  .join(" · ")}
                end={<DeputyTools deputy={deputy} first={at === 0} last={at === deputies.length - 1} />}
              />
            ))}
          </Rows>
        )}
      </Panel>
      <Panel title={m.events_deputies_add()}>
        <PanelBody>
          <Form method="post" className="sv-form" noValidate key={deputies.length}>
            <FieldRow>
              <TextInput
                name="name"
                label={m.people_name()}
                defaultValue={refused?.values.name}
                error={refused?.errors.name}
                maxLength={120}
                autoComplete="off"
              />
              <TextInput
                name="email"
                type="email"
                label={m.people_email()}
                defaultValue={refused?.values.email}
                error={refused?.errors.email}
                maxLength={254}
                autoComplete="off"
              />
            </FieldRow>
            <div className="sv-row">
              <Button name="intent" value="add">
                {m.events_deputies_add()}
              </Button>
            </div>
          </Form>
        </PanelBody>
      </Panel>
    </>
  );
}

function DeputyTools({ deputy, first, last }: { deputy: ShownDeputy; first: boolean; last: boolean }) {
  const named = (words: string) => `${words}: ${deputy.name}`;
  return (
    <Form method="post" className="sv-row" preventScrollReset>
      <input type="hidden" name="id" value={deputy.id} />
      {!first && (
        <Button name="intent" value="up" variant="tertiary" small icon="chevron-up" iconOnly>
          {named(m.events_deputies_up())}
        </Button>
      )}
      {!last && (
        <Button name="intent" value="down" variant="tertiary" small icon="chevron-down" iconOnly>
          {named(m.events_deputies_down())}
        </Button>
      )}
      <Button name="intent" value="remove" variant="tertiary" small icon="trash" iconOnly>
        {named(m.events_deputies_remove())}
      </Button>
    </Form>
  );
}
