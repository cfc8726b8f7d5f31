import { Form } from "@remix-run/react";
import type { AudienceToEdit } from "~/features/audiences/audience.view.server";
import { kindIcons, partWords } from "~/features/audiences/audience-names";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors } from "~/platform/http/forms.server";
import { Button } from "~/ui/button";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type Part = AudienceToEdit["parts"][number];

/** The parts of a rule in their order, each to be moved or taken out. */
export function RuleParts({ view, errors }: { view: AudienceToEdit; errors: FormErrors }) {
  const { parts, audience } = view;
  return (
    <Panel
      title={m.audiences_parts()}
      count={parts.length || undefined}
      foot={parts.length > 1 && m.audiences_parts_why()}
    >
      {errors.form && (
        <PanelBody>
          <FormProblems errors={errors} />
        </PanelBody>
      )}
      {parts.length === 0 ? (
        <PanelBody>
          <p className="sv-quiet">{m.audiences_no_parts()}</p>
        </PanelBody>
      ) : (
        <Rows>
          {parts.map((part, at) => (
            <Row
              key={part.id}
              icon={kindIcons[part.kind]}
              title={sentence(partWords(part))}
              note={m.audiences_gives({ n: part.gives })}
              end={
                <PartActions part={part} version={audience.version} first={at === 0} last={at === parts.length - 1} />
              }
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function PartActions({ part, version, first, last }: { part: Part; version: number; first: boolean; last: boolean }) {
  const name = partWords(part);
  return (
    <Form method="post" className="sv-row">
      <Tag tone={part.excludes ? "warning" : "accent"}>
        {part.excludes ? m.audiences_leaves_out() : m.audiences_takes_in()}
      </Tag>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="part" value={part.id} />
      {!first && (
        <Button name="intent" value="up" variant="tertiary" small icon="chevron-up" iconOnly>
          {m.audiences_move_up({ name })}
        </Button>
      )}
      {!last && (
        <Button name="intent" value="down" variant="tertiary" small icon="chevron-down" iconOnly>
          {m.audiences_move_down({ name })}
        </Button>
      )}
      <Button name="intent" value="remove" variant="tertiary" small icon="trash" iconOnly>
        {m.audiences_remove_part({ name })}
      </Button>
    </Form>
  );
}
