import {
  type DocumentLanguage,
  type DocumentQuery,
  documentLanguages,
  partKeys,
} from "~/features/documents/plan-document-query";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/choices";
import { Icon } from "~/ui/icon";

const partNames = {
  text: () => m.plan_document_part_text(),
  areas: () => m.plan_document_part_areas(),
  organisation: () => m.plan_document_part_organisation(),
  responsibility: () => m.plan_document_part_responsibility(),
  plan: () => m.plan_document_part_plan(),
  networks: () => m.plan_document_part_networks(),
  became: () => m.plan_document_part_became(),
};

const languageNames: Record<DocumentLanguage, () => string> = {
  nn: () => m.plan_document_nn(),
  nb: () => m.plan_document_nb(),
  en: () => m.plan_document_en(),
};

/** What the document holds, as a form that gets the page again; the rows that are selected stay selected. */
export function DocumentOptions({
  query,
  standard,
  selection,
}: {
  query: DocumentQuery;
  standard: DocumentLanguage;
  selection: URLSearchParams;
}) {
  const all = query.parts.length === partKeys.length;
  const held = all
    ? m.plan_document_all_parts()
    : m.plan_document_some_parts({ n: query.parts.length, of: partKeys.length });
  return (
    <details className="sv-doc__options sv-noprint">
      <summary>
        <Icon name="tasklist" size={18} />
        <span>{m.plan_document_options()}</span>
        <span className="sv-quiet sv-small">{[held, languageNames[query.language]()].join(" · ")}</span>
        <Icon name="chevron-down" size={18} />
      </summary>
      <form method="get">
        {[...selection].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <CheckboxGroup
          name="parts"
          legend={m.plan_document_parts()}
          hint={m.plan_document_parts_hint()}
          options={partKeys.map((key) => ({ value: key, label: partNames[key]() }))}
          defaultValues={query.parts}
        />
        <div className="sv-stack">
          <RadioGroup
            name="rows"
            legend={m.plan_document_rows()}
            options={[
              { value: "grouped", label: m.plan_document_rows_grouped() },
              { value: "one", label: m.plan_document_rows_one() },
            ]}
            defaultValue={query.grouped ? "grouped" : "one"}
          />
          <Checkbox name="states" value="1" label={m.plan_document_states()} defaultChecked={query.states} />
        </div>
        <RadioGroup
          name="written"
          legend={m.plan_document_written()}
          hint={m.plan_document_written_hint({ standard: languageNames[standard]().toLowerCase() })}
          options={documentLanguages.map((language) => ({ value: language, label: languageNames[language]() }))}
          defaultValue={query.language}
        />
        <div className="sv-doc__show">
          <Button variant="secondary">{m.plan_document_show()}</Button>
        </div>
      </form>
    </details>
  );
}
