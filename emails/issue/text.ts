import type { ContentItem, IssueContent } from "~/domain/newsletters/issue-content";
import { type Block, type Inline, readMarkdown } from "~/domain/shared/markdown";
import { m } from "~/i18n/messages/messages";

/**
 * The text part of an issue, written from what it says and not from its markup: headings underlined, every link on a
 * line of its own under its words.
 */
export function writeIssueText(content: IssueContent): string {
  const to = { locale: content.language };
  const head = `${content.sender}\n${content.newsletter} ${content.number}`;
  const links = [
    `${m.mail_issue_unsubscribe({}, to)}:\n{{unsubscribe}}`,
    `${m.mail_issue_preferences({}, to)}:\n{{preferences}}`,
    ...(content.webUrl ? [`${m.mail_issue_web({}, to)}:\n${content.webUrl}`] : []),
  ];
  const body = [underlined(content.heading, "="), head, ...content.items.map((item) => writeItem(item, content))];
  return `${body.join("\n\n")}\n\n-- \n{{why}}\n\n${links.join("\n\n")}\n`;
}

function writeItem({ heading, body, link, image, from }: ContentItem, { language }: IssueContent): string {
  const who = from === null ? "" : m.mail_issue_from({ from }, { locale: language });
  return [
    [heading === "" ? "" : underlined(heading, "-"), who].filter(Boolean).join("\n"),
    image ? `[${image.alt}]` : "",
    writeBlocks(readMarkdown(body)),
    link ? `${link.label || m.mail_issue_more({}, { locale: language })}:\n${link.url}` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function underlined(words: string, mark: string): string {
  return `${words}\n${mark.repeat(Math.min(words.length, 72))}`;
}

function writeBlocks(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join("\n\n");
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return writeLine(block.inlines);
    case "list":
      return block.items
        .map((item, at) => `${block.ordered ? `${block.start + at}.` : "*"} ${indented(writeBlocks(item))}`)
        .join("\n");
    case "quote":
      return writeBlocks(block.blocks)
        .split("\n")
        .map((line) => `> ${line}`.trimEnd())
        .join("\n");
    case "code":
      return block.text;
    case "table":
      return block.rows
        .map((row) =>
          row.map((cell, at) => `${words(block.head[at] ?? [])}: ${words(cell)}`.replace(/^: /, "")).join("\n"),
        )
        .join("\n\n");
    case "rule":
      return "* * *";
  }
}

const indented = (text: string) => text.replaceAll("\n", "\n  ");

/** The words, and under them where their links lead. */
function writeLine(inlines: readonly Inline[]): string {
  return [words(inlines), ...linksIn(inlines)].join("\n");
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map((part) => {
      if (part.type === "break") return "\n";
      return "inlines" in part ? words(part.inlines) : part.text;
    })
    .join("");
}

function linksIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((part) => {
    if (!("inlines" in part)) return [];
    if (part.type !== "link") return linksIn(part.inlines);
    return words(part.inlines) === part.href ? [] : [part.href];
  });
}
