import { z } from "zod";
import { stages } from "~/domain/networks/stage";
import { isWebAddress } from "~/domain/shared/web-address";
import { m } from "~/i18n/messages/messages";
import { versionField } from "~/platform/http/form-fields";

const id = () => z.uuid(m.networks_choice_gone());

/** The form of a network: its columns in words, and what they mean where somebody has chosen it. */
export function networkSchema() {
  const text = (max: number) =>
    z
      .string()
      .trim()
      .max(max, m.common_too_long({ max }))
      .transform((written) => written.replace(/\r\n?/g, "\n"))
      .default("");
  return z.object({
    version: versionField().default(0),
    name: text(500).pipe(z.string().min(1, m.networks_name_missing())),
    operators: text(1000),
    operatorIds: z.array(id()).max(60).default([]),
    status: text(500),
    stage: z
      .enum(["", ...stages])
      .default("")
      .transform((stage) => stage || null),
    audience: text(2000),
    audienceId: z
      .union([z.literal("").transform(() => null), id()])
      .nullable()
      .default(null),
    theme: text(5000),
    areaIds: z.array(id()).max(60).default([]),
    form: text(2000),
    benefit: text(5000),
    links: linksSchema(),
    contact: text(200),
    contactPersonId: z
      .union([z.literal("").transform(() => null), id()])
      .nullable()
      .default(null),
    open: z
      .literal("on")
      .optional()
      .transform((ticked) => ticked === "on"),
  });
}

export type NetworkForm = z.output<ReturnType<typeof networkSchema>>;

/** Web addresses, one a line; only http and https lead anywhere. */
function linksSchema() {
  return z
    .string()
    .max(5000, m.common_too_long({ max: 5000 }))
    .default("")
    .transform((written, context) => {
      const links = written.split(/\s+/).filter(Boolean);
      const wrong = links.find((link) => !isWebAddress(link));
      if (wrong !== undefined)
        context.addIssue({ code: "custom", message: m.networks_links_invalid({ link: wrong.slice(0, 200) }) });
      return [...new Set(links)];
    });
}
