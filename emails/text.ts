import type { Block, Content } from "./content";

/** The text part: the same pieces written for reading without markup, every link on a line of its own. */
export function writeText({ heading, blocks, footer }: Content): string {
  const body = [heading, ...blocks.map(writeBlock)].join("\n\n");
  return `${body}\n\n-- \n${footer.join("\n")}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return block.text;
    case "facts":
      return block.rows
        .map(({ label, value, before }) => `${label}: ${value}${before ? `\n  (${before})` : ""}`)
        .join("\n");
    case "code":
      return `${block.label}\n\n    ${block.code}`;
    case "action":
      return `${block.label}:\n${block.href}`;
    case "list":
      return [block.heading, ...block.items.map((item) => `- ${item}`)].join("\n");
    case "section":
      return [block.heading, block.text, block.link && block.linkLabel && `${block.linkLabel}:`, block.link]
        .filter(Boolean)
        .join("\n");
  }
}
