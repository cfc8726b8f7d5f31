import { ownFigure } from "./figure-definitions";
import type { FormColumn, FormFigure, FormText, RoundForm } from "./round-form";

/** The parts of a form, each a list in an order. */
export type FormPart = keyof RoundForm;

/** How much of each a form may ask for. */
export const mostOf: Record<FormPart, number> = { columns: 12, texts: 20, figures: 60 };

/**
 * A key for something new in a list: its words in small letters, so that what was removed and is asked for again in
 * the same words finds the answers it had; numbered when another has it.
 */
export function keyFor(words: string, taken: readonly string[]): string {
  const letters: Record<string, string> = { æ: "ae", ø: "o", å: "a" };
  const plain = words
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const base = plain || "field";
  let key = base;
  for (let n = 2; taken.includes(key); n++) key = `${base}-${n}`;
  return key;
}

type Item = FormColumn | FormText | FormFigure;

/** A form with something last in one of its lists; its key follows from its words. */
export function withNew(
  form: RoundForm,
  added:
    | { part: "columns"; item: Omit<FormColumn, "key"> }
    | { part: "texts"; item: Omit<FormText, "key"> }
    | { part: "figures"; item: Omit<FormFigure, "key"> },
): RoundForm {
  const taken = form[added.part].map(({ key }) => key);
  if (added.part === "columns")
    return { ...form, columns: [...form.columns, { key: keyFor(added.item.label, taken), ...added.item }] };
  if (added.part === "texts")
    return { ...form, texts: [...form.texts, { key: keyFor(added.item.heading, taken), ...added.item }] };
  const { definition, label } = added.item;
  return {
    ...form,
    figures: [...form.figures, { key: definition === ownFigure ? keyFor(label, taken) : definition, ...added.item }],
  };
}

/** A form with what has a key moved one place up or down; at the end it stays. */
export function withMoved(form: RoundForm, part: FormPart, key: string, by: 1 | -1): RoundForm {
  const items: Item[] = [...form[part]];
  const from = items.findIndex((item) => item.key === key);
  const to = from + by;
  const [one, other] = [items[from], items[to]];
  if (!one || !other) return form;
  items[to] = one;
  items[from] = other;
  return { ...form, [part]: items };
}

/** A form that does not ask for it any more. */
export function without(form: RoundForm, part: FormPart, key: string): RoundForm {
  return { ...form, [part]: (form[part] as Item[]).filter((item) => item.key !== key) };
}

/** A form in which what has a key has other words; the key stays, so that it is compared with what it was. */
export function withChanged(form: RoundForm, part: FormPart, key: string, change: Partial<Item>): RoundForm {
  const items = (form[part] as Item[]).map((item) => (item.key === key ? { ...item, ...change, key } : item));
  return { ...form, [part]: items };
}
