import { Form, Link, useNavigation } from "@remix-run/react";
import { addDays } from "~/domain/shared/days";
import type { Ties } from "~/features/municipalities/municipality-facts.db.server";
import type { MunicipalityFacts } from "~/features/municipalities/municipality-facts.view.server";
import { standardWords } from "~/features/municipalities/standard-words";
import { FormProblems } from "~/features/regions/form-problems";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { DateInput, FieldRow, TextInput } from "~/ui/fields";
import { Note } from "~/ui/note";

export type RefusedFacts = {
  errors: Record<string, string>;
  values: Record<string, string>;
  /** How it stands now, when somebody else was first. */
  now?: MunicipalityFacts;
  /** What holds it in the region. */
  ties?: Ties;
};

type Props = {
  municipality: { number: string; name: string };
  facts: MunicipalityFacts;
  slug: string;
  refused: RefusedFacts | undefined;
};

const standards = ["bokmal", "nynorsk", "neutral", null] as const;

/** Population, written standard and time in the region. */
export function MunicipalityFactsForm({ municipality, facts, slug, refused }: Props) {
  const busy = useNavigation().state === "submitting";
  const errors = refused?.errors ?? {};
  const stands = refused?.now ?? facts;
  const kept: Record<string, string | undefined> = refused?.values ?? valuesOf(facts);
  const here = paths.municipality(slug, municipality.number);
  return (
    <Form method="post" className="sv-form" noValidate key={stands.seen}>
      <FormProblems errors={errors} />
      {refused?.now && <Note tone="warning" title={m.common_changed_meanwhile()} live />}
      {refused?.ties && <Tied ties={refused.ties} name={municipality.name} slug={slug} here={here} />}
      <input type="hidden" name="seen" value={stands.seen} />
      <FieldRow>
        <TextInput
          name="population"
          label={m.municipalities_population()}
          hint={m.municipalities_population_hint()}
          inputMode="numeric"
          width="short"
          defaultValue={kept.population}
          error={errors.population}
          optional
        />
        <TextInput
          name="populationYear"
          label={m.municipalities_population_year()}
          hint={m.municipalities_population_year_hint()}
          inputMode="numeric"
          width="short"
          defaultValue={kept.populationYear}
          error={errors.populationYear}
          optional
        />
      </FieldRow>
      <RadioGroup
        name="standard"
        legend={m.municipalities_standard()}
        hint={m.municipalities_standard_form_hint()}
        error={errors.standard}
        options={standards.map((choice) => ({ value: choice ?? "unknown", label: standardWords(choice) }))}
        defaultValue={kept.standard ?? "unknown"}
      />
      <FieldRow>
        <DateInput
          name="from"
          label={m.municipalities_in_region_from()}
          hint={m.municipalities_in_region_from_hint()}
          defaultValue={kept.from}
          error={errors.from}
          optional
        />
        <DateInput
          name="last"
          label={m.municipalities_in_region_to()}
          hint={m.municipalities_in_region_to_hint()}
          defaultValue={kept.last}
          error={errors.last}
          optional
        />
      </FieldRow>
      <div className="sv-row">
        <Button busy={busy}>{m.municipalities_save_facts()}</Button>
        <LinkButton to={here} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

function valuesOf({
  population,
  populationYear,
  writtenStandard,
  from,
  to,
}: MunicipalityFacts): Record<string, string> {
  return {
    population: population === null ? "" : String(population),
    populationYear: populationYear === null ? "" : String(populationYear),
    standard: writtenStandard ?? "unknown",
    from: from ?? "",
    last: to ? addDays(to, -1) : "",
  };
}

/** What is open where a municipality would leave, each with where to close it. */
function Tied({ ties, name, slug, here }: { ties: Ties; name: string; slug: string; here: string }) {
  return (
    <Note tone="danger" title={m.municipalities_tied({ name })} live>
      <p>{m.municipalities_tied_why()}</p>
      <ul className="sv-points">
        {ties.contact.map((person) => (
          <li key={person}>
            {m.municipalities_tied_contact({ person })} <Link to={here}>{m.municipalities_tied_contact_cure()}</Link>
          </li>
        ))}
        {ties.events.map(({ id, title }) => (
          <li key={id}>
            {m.municipalities_tied_event()} <Link to={paths.event(slug, id)}>{title}</Link>
          </li>
        ))}
        {ties.networks.map((network) => (
          <li key={network.id}>
            {m.municipalities_tied_network()} <Link to={paths.network(slug, network.id)}>{network.name}</Link>
          </li>
        ))}
        {ties.groups.map((group) => (
          <li key={group.id}>
            {m.municipalities_tied_group()} <Link to={paths.group(slug, group.id)}>{group.name}</Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}
