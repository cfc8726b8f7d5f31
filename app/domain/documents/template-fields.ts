/** What a region may have a Word template for. */
export const templateKinds = ["agenda", "minutes", "status_report"] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Every merge field there is, with its names in bokmål, nynorsk and English: any of them may stand in a template. */
const names = {
  content: ["innhold", "innhald", "content"],
  title: ["tittel", "tittel", "title"],
  region: ["region", "region", "region"],
  programme: ["program", "program", "programme"],
  body: ["organ", "organ", "body"],
  day: ["dato", "dato", "date"],
  time: ["tid", "tid", "time"],
  place: ["sted", "stad", "place"],
  present: ["til stede", "til stades", "present"],
  absent: ["forfall", "forfall", "absent"],
  secretariat: ["sekretariat", "sekretariat", "secretariat"],
  state: ["status", "status", "status"],
  period: ["periode", "periode", "period"],
  submitted: ["levert", "levert", "submitted"],
  version: ["versjon", "versjon", "version"],
} as const;

export type FieldKey = keyof typeof names;
/** What the fields say; the content is put in by itself. */
export type FieldValues = Partial<Record<Exclude<FieldKey, "content">, string>>;

const meeting = ["title", "region", "programme", "body", "day", "time", "place"] as const;
const fields: Record<TemplateKind, readonly FieldKey[]> = {
  agenda: ["content", ...meeting],
  minutes: ["content", ...meeting, "present", "absent", "secretariat", "state"],
  status_report: ["content", "title", "region", "programme", "period", "submitted", "version"],
};

/** The fields a template of a kind may have; the content is the one it must have. */
export const fieldsOf = (kind: TemplateKind): readonly FieldKey[] => fields[kind];

/** A field as it is written in a template: "{{innhold}}". */
export function writtenField(key: FieldKey, language: "nb" | "nn" | "en"): string {
  return `{{${names[key][{ nb: 0, nn: 1, en: 2 }[language]]}}}`;
}

/** The field that a name in a template stands for; null where it is none. Capitals and runs of spaces say nothing. */
export function fieldNamed(name: string): FieldKey | null {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
  for (const [key, own] of Object.entries(names)) if (own.some((one) => one === plain)) return key as FieldKey;
  return null;
}
