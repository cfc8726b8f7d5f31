import { z } from "zod";
import { isUuid } from "~/domain/shared/ids";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

const text = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).default("");

const lines = (max: number) =>
  text(max).transform((all) =>
    all
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );

/** An area or a circle: the region's own municipalities by id, others and counties one a line. */
export function areaSchema() {
  return z.object({
    version: versionField().catch(-1),
    name: text(100).pipe(z.string().min(1, m.areas_name_missing())),
    kind: z.enum(["area", "circle"], m.areas_kind_missing()),
    description: text(2000),
    counties: lines(1000),
    own: z
      .array(z.string())
      .prefault([])
      .transform((ids) => ids.filter(isUuid)),
    others: lines(10_000),
  });
}

export type AreaInput = z.output<ReturnType<typeof areaSchema>>;
