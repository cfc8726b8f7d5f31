import { type RefObject, useEffect } from "react";

const pairOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<SVGElement | HTMLElement>("[data-mark]") : null;

/**
 * Lights a mark while the pointer or the focus is on its line of the list, and the line while the pointer is on the
 * mark; a click on a mark follows the link of its line. Both carry the same `data-mark`.
 */
export function useWheelPairs(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current;
    if (!root) return;
    const light = (key: string | undefined) => {
      for (const lit of root.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
      if (key === undefined) return;
      for (const one of root.querySelectorAll(`[data-mark="${CSS.escape(key)}"]`)) one.setAttribute("data-lit", "");
    };
    const on = (event: Event) => light(pairOf(event.target)?.dataset.mark);
    const off = () => light(undefined);
    const follow = (event: Event) => {
      const mark = pairOf(event.target);
      if (mark instanceof SVGElement)
        root.querySelector<HTMLElement>(`li[data-mark="${CSS.escape(mark.dataset.mark ?? "")}"] a`)?.click();
    };
    const listeners = { pointerover: on, pointerleave: off, focusin: on, focusout: off, click: follow };
    for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener);
    };
  }, [page]);
}
