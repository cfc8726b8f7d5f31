import { render } from "@react-email/render";
import { createElement } from "react";
import type { IssueContent } from "~/domain/newsletters/issue-content";
import { plainText, readMarkdown } from "~/domain/shared/markdown";
import { isWebAddress } from "~/domain/shared/web-address";
import { IssueLayout } from "./layout";
import { writeIssueText } from "./text";

/** Octets of HTML that mail programs show whole; some cut what is longer. */
export const issueLimit = 100_000;

/**
 * An issue in one language as a mail: subject, HTML and text, with the tokens of `Token` where each recipient's own
 * words and addresses go. Written once, whatever the number of recipients.
 *
 * @throws RangeError when an image has no alternative text, or a link or image leads elsewhere than to the web
 */
export async function renderIssue(content: IssueContent): Promise<{ subject: string; html: string; text: string }> {
  checkContent(content);
  const { region, subject } = content;
  const named = subject.toLowerCase().startsWith(region.name.toLowerCase());
  return {
    subject: (named ? subject : `${region.name}: ${subject}`).replace(/\s+/g, " ").trim(),
    html: await render(createElement(IssueLayout, { content, preview: previewOf(content) })),
    text: writeIssueText(content),
  };
}

function checkContent({ logo, items, webUrl }: IssueContent): void {
  for (const image of [logo, ...items.map((item) => item.image)]) {
    if (image === null) continue;
    if (image.alt.trim() === "") throw new RangeError("an image has no alternative text");
    if (!isWebAddress(image.url)) throw new RangeError("an image is not of the web");
  }
  for (const url of [webUrl, ...items.map(({ link }) => link?.url ?? null)])
    if (url !== null && !isWebAddress(url)) throw new RangeError("a link does not lead to the web");
}

/** What a mail program shows beside the subject: the first words that are written. */
function previewOf({ items, heading }: IssueContent): string {
  for (const { body } of items)
    for (const block of readMarkdown(body))
      if (block.type === "paragraph") return plainText(block.inlines).replace(/\s+/g, " ").slice(0, 120);
  return heading;
}
