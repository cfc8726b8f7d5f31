import { lazy, Suspense } from "react";
import type { LiveParts } from "~/features/minutes/live-parts";
import { fieldsIn, storedIn } from "~/features/minutes/use-live";

/** Fetched when two have written at once; written into the page by the server where somebody has no script. */
export const Difference = import.meta.env.SSR
  ? (await import("~/features/minutes/live-difference")).default
  : lazy(() => import("~/features/minutes/live-difference"));

/** What others have written in the same fields as are written in here, of the things whose names begin so. */
export function LiveConflicts({ of, writing, view, pathTo }: LiveParts & { of: string[] }) {
  const { state, store } = writing;
  const found = Object.entries(writing.conflicts).filter(([target]) => of.some((start) => target.startsWith(start)));
  if (found.length === 0) return null;
  return (
    <Suspense>
      {found.map(([target, names], at) => {
        const item = state.items.find(({ id }) => target.startsWith(`item:${id}`));
        return (
          <Difference
            key={target}
            id={at === 0 ? "difference" : undefined}
            names={names}
            theirs={storedIn(state, target) ?? {}}
            mine={fieldsIn(writing, target)}
            by={item?.changedBy ?? null}
            at={item?.changedAt ?? null}
            view={view}
            presences={state.presences}
            scripted
            reload={pathTo()}
            onSettle={(mine) => store.settleConflict(target, mine)}
          />
        );
      })}
    </Suspense>
  );
}
