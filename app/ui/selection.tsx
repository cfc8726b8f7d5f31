import { useEffect, useRef } from "react";

/** A box to tick on each row. `form` ties the boxes to a form elsewhere on the page. */
export type Selection<R> = {
  name: string;
  value: (row: R) => string;
  /** Spoken: "Vel Austevoll". */
  label: (row: R) => string;
  checked?: (row: R) => boolean;
  disabled?: (row: R) => boolean;
  allLabel: string;
  form?: string;
};

/** Ticks every row of its table; stands between when some are ticked. Shown only where script runs. */
export function SelectAll({ label }: { label: string }) {
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const table = box.current?.closest("table");
    const rows = () =>
      [...(table?.querySelectorAll<HTMLInputElement>("tbody .sv-tick input") ?? [])].filter((row) => !row.disabled);
    const show = () => {
      const all = rows();
      const ticked = all.filter((row) => row.checked).length;
      if (!box.current) return;
      box.current.checked = all.length > 0 && ticked === all.length;
      box.current.indeterminate = ticked > 0 && ticked < all.length;
    };
    const change = (event: Event) => {
      if (event.target === box.current) {
        for (const row of rows()) if (row.checked !== box.current?.checked) row.click();
      }
      show();
    };
    show();
    table?.addEventListener("change", change);
    return () => table?.removeEventListener("change", change);
  });

  return (
    <>
      <input ref={box} type="checkbox" aria-label={label} className="sv-tick__all" />
      <span className="sv-tick__words" aria-hidden="true">
        {label}
      </span>
    </>
  );
}
