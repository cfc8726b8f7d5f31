import { Form } from "@remix-run/react";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import type { FormErrors, FormValues } from "~/platform/http/forms.server";
import { Button, LinkButton } from "~/ui/button";
import { FieldRow, TextInput } from "~/ui/fields";
import { Panel, PanelBody, Row, Rows } from "~/ui/panel";

type Area = { id: string; number: number; name: string };

type AreaRefusal = { errors: FormErrors; values: FormValues };

type Props = {
  areas: Area[];
  nextNumber: number;
  /** The area that is open for editing, by id; null when none is. */
  editing: string | null;
  refusal: AreaRefusal | null;
  /** This page's own address. */
  page: string;
};

/** The region's numbered priority areas: each with its number and name, one more under them. */
export function PriorityAreaList({ areas, nextNumber, editing, refusal, page }: Props) {
  const open = areas.find(({ id }) => id === editing);
  return (
    <Panel title={m.regions_areas()} id="priority-areas" count={areas.length}>
      {areas.length > 0 && (
        <Rows>
          {areas.map((area) => (
            <Row
              key={area.id}
              title={`${area.number}. ${area.name}`}
              end={
                <Form method="post" className="sv-row">
                  <input type="hidden" name="area" value={area.id} />
                  <LinkButton to={`${page}?area=${area.id}#area-form`} variant="tertiary" small>
                    {m.common_change()}
                    <span className="ds-sr-only"> {area.name}</span>
                  </LinkButton>
                  <Button name="intent" value="remove-area" variant="tertiary" small>
                    {m.common_remove()}
                    <span className="ds-sr-only"> {area.name}</span>
                  </Button>
                </Form>
              }
            />
          ))}
        </Rows>
      )}
      <PanelBody>
        {areas.length === 0 && <p className="sv-quiet">{m.regions_areas_empty()}</p>}
        <AreaForm
          key={`${editing ?? "new"} ${nextNumber}`}
          area={open ?? null}
          nextNumber={nextNumber}
          refusal={refusal}
          page={page}
        />
      </PanelBody>
    </Panel>
  );
}

function AreaForm({
  area,
  nextNumber,
  refusal,
  page,
}: Pick<Props, "nextNumber" | "refusal" | "page"> & { area: Area | null }) {
  const errors = refusal?.errors ?? {};
  const kept = refusal?.values ?? { number: String(area?.number ?? nextNumber), areaName: area?.name ?? "" };
  return (
    <Form method="post" className="sv-form" id="area-form" noValidate>
      <FormProblems errors={errors} labels={{ areaName: m.regions_area_name() }} />
      <input type="hidden" name="intent" value="area" />
      <input type="hidden" name="area" value={area?.id ?? ""} />
      <FieldRow>
        <TextInput
          name="number"
          label={m.regions_area_number()}
          inputMode="numeric"
          defaultValue={kept.number}
          error={errors.number}
          width="short"
        />
        <TextInput
          name="areaName"
          label={m.regions_area_name()}
          defaultValue={kept.areaName}
          error={errors.areaName}
          maxLength={120}
        />
      </FieldRow>
      <div className="sv-row">
        <Button variant="secondary">{area ? m.regions_area_save() : m.regions_area_add()}</Button>
        {area && (
          <LinkButton to={page} variant="tertiary">
            {m.common_cancel()}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
