import { useEffect, useRef, useState } from "react";
import type { Block } from "~/domain/shared/markdown";
import { MarkdownField } from "~/features/communications-plan/markdown-field";
import { mostSections, type SectionFields } from "~/features/communications-plan/plan-fields";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { TextInput } from "~/ui/fields";

/**
 * The sections of a plan's text, to be written, moved and removed. The buttons that move and add send the form and get
 * it back; with script they do it at once, and what is typed stays in its fields.
 */
export function SectionsFields({
  initial,
  errors,
  previews,
}: {
  initial: readonly SectionFields[];
  errors: Record<string, string>;
  previews: Block[][] | undefined;
}) {
  const [items, setItems] = useState(() => initial.map((section, key) => ({ key, section, place: key })));
  const [focus, setFocus] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus === null) return;
    const wanted = box.current?.querySelectorAll<HTMLElement>(`[data-focus~="${focus}"]`);
    (wanted?.[0] ?? box.current?.querySelector("input"))?.focus();
    setFocus(null);
  }, [focus]);

  const move = (from: number, to: number) => {
    const [one, other] = [items[from], items[to]];
    if (!one || !other) return;
    setItems(items.map((item, at) => (at === from ? other : at === to ? one : item)));
    setFocus(`${to < from ? "up" : "down"}-${one.key}`);
  };
  const add = () => {
    const key = Math.max(-1, ...items.map((item) => item.key)) + 1;
    const section = { id: "", heading: "", body: "", drop: false };
    setItems([...items, { key, section, place: -1 }]);
    setFocus(`heading-${key}`);
  };

  return (
    <div className="sv-stack" ref={box}>
      {items.map(({ key, section, place }, at) => (
        <fieldset key={key} className="sv-section" aria-labelledby={`section-${key}`}>
          <div className="sv-section__head">
            <h3 id={`section-${key}`}>{m.plan_about_section({ n: at + 1 })}</h3>
            <div className="sv-row">
              {at > 0 && (
                <Mover way="up" at={at} item={key} onMove={() => move(at, at - 1)}>
                  {m.plan_about_up({ n: at + 1 })}
                </Mover>
              )}
              {at < items.length - 1 && (
                <Mover way="down" at={at} item={key} onMove={() => move(at, at + 1)}>
                  {m.plan_about_down({ n: at + 1 })}
                </Mover>
              )}
            </div>
          </div>
          <input type="hidden" name={`sections.${at}.id`} value={section.id} />
          <TextInput
            name={`sections.${at}.heading`}
            label={m.plan_about_heading()}
            error={errors[`sections.${at}.heading`] ?? null}
            defaultValue={section.heading}
            maxLength={200}
            dir="auto"
            data-focus={`heading-${key}`}
          />
          <MarkdownField
            name={`sections.${at}.body`}
            label={m.plan_about_body()}
            error={errors[`sections.${at}.body`] ?? null}
            defaultValue={section.body}
            rows={7}
            preview={previews && (previews[place] ?? [])}
          />
          <Checkbox name={`sections.${at}.drop`} label={m.plan_about_drop_section()} defaultChecked={section.drop} />
        </fieldset>
      ))}
      {items.length < mostSections && (
        <div>
          <Button
            name="intent"
            value="add"
            variant="secondary"
            icon="plus"
            onClick={(event) => {
              event.preventDefault();
              add();
            }}
          >
            {m.plan_about_add_section()}
          </Button>
        </div>
      )}
    </div>
  );
}

function Mover({
  way,
  at,
  item,
  onMove,
  children,
}: {
  way: "up" | "down";
  at: number;
  item: number;
  onMove: () => void;
  children: string;
}) {
  return (
    <Button
      name="intent"
      value={`${way}.${at}`}
      variant="tertiary"
      small
      iconOnly
      icon={way === "up" ? "chevron-up" : "chevron-down"}
      data-focus={`${way}-${item} ${way === "up" ? "down" : "up"}-${item}`}
      onClick={(event) => {
        event.preventDefault();
        onMove();
      }}
    >
      {children}
    </Button>
  );
}
