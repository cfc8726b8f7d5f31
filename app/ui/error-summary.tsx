import { useEffect, useRef } from "react";
import { focusTarget } from "./focus-target";
import { StateGlyph } from "./state";

export type FieldProblem = { field: string; message: string };

/**
 * What is wrong in a form, over the form: takes focus when it appears and whenever the list changes, and links to each
 * field by its id. Without script the browser stays at the top of the new page, where it stands first.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map(({ field, message }) => `${field}:${message}`).join("\n");
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (errors.length === 0) return null;
  return (
    <div className="sv-errsum" ref={box} role="alert" tabIndex={-1}>
      <h2>
        <StateGlyph state="failed" size={16} />
        {title}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}:${message}`}>
            <a href={`#${field}`} onClick={focusTarget}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
