import { describe, expect, it } from "vitest";
import { renderIssue } from "#emails/issue/issue";
import { accents, dark, light } from "#emails/issue/palette";
import { tokensIn } from "~/domain/newsletters/fill-tokens";
import { issueMail } from "~/features/delivery/issue-mail.server";
import { issue, item } from "./issue-samples";

const languages = ["nb", "nn", "en"] as const;

describe("an issue as a mail", () => {
  it.each(languages)("is a page of its own in %s: language, one h1, and a heading for each item", async (language) => {
    const { html } = await renderIssue({ ...issue, language });
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${language}"`));
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect([...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual([
      "Erfaringskonferanse",
      "Mat og måltid",
      "Nytt kurs",
    ]);
    expect(html).toContain("prefers-color-scheme: dark");
  });

  it("marks every table of its layout, and leaves a table of figures a table", async () => {
    const { html } = await renderIssue(issue);
    const tables = [...html.matchAll(/<table[^>]*>/g)].map(([table]) => table);
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toHaveLength(1);
    expect(html).toMatch(/<th scope="col"[^>]*>Stad<\/th>/);
  });

  it("says region and matter in its subject, the region once", async () => {
    expect((await renderIssue(issue)).subject).toBe("Vestland: Fram mot sommaren");
    expect((await renderIssue({ ...issue, subject: "Vestland før sommaren" })).subject).toBe("Vestland før sommaren");
  });

  it("has each token once in either part, and none in its subject", async () => {
    const { subject, html, text } = await renderIssue(issue);
    expect(tokensIn(html).sort()).toEqual(["preferences", "unsubscribe", "why"]);
    expect(tokensIn(text).sort()).toEqual(["preferences", "unsubscribe", "why"]);
    expect(tokensIn(subject)).toEqual([]);
  });

  it("fetches nothing but its images, whose addresses are the same for everybody, and rewrites no link", async () => {
    const { html } = await renderIssue(issue);
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      "https://samvirk.example/vestland/newsletters/0198/images/1",
    ]);
    expect(html).not.toMatch(/<(link|script|iframe|object|video|form)\b|@import|url\(|background="/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      "https://vestland.example/om",
      "https://samvirk.example/vestland/events/0198",
      "https://samvirk.example/vestland/recordings",
      "{{unsubscribe}}",
      "{{preferences}}",
      "https://samvirk.example/vestland/newsletters/0198",
    ]);
  });

  it("is written as text, not stripped: headings, every link on its own line, no markup", async () => {
    const { text } = await renderIssue(issue);
    expect(text).toMatchInlineSnapshot(`
      "Fram mot sommaren
      =================

      Regionalt støtteapparat Vestland
      Nyheitsbrev 1/2027

      Våren har vore full av dialogmøte.

      * Eitt møte i kvar kommune
      * Skjemaa kom inn i tide

      Les heile oppsummeringa.
      https://vestland.example/om

      Erfaringskonferanse
      -------------------

      Onsdag 26. mai 2027, kl. 09.00–14.30. Svarfristen er 19. mai.

      Svar på invitasjonen:
      https://samvirk.example/vestland/events/0198

      Mat og måltid
      -------------

      Opptaket av fagdagen ligg ute.

      Sjå opptaket:
      https://samvirk.example/vestland/recordings

      Nytt kurs
      ---------
      Frå KS

      [Tre som planlegg rundt eit bord]

      Stad: Voss
      Plassar: 20

      Stad: Førde
      Plassar: 24

      -- 
      {{why}}

      Meld av nyheitsbrevet:
      {{unsubscribe}}

      Vel kva du får på e-post:
      {{preferences}}

      Les i nettlesaren:
      https://samvirk.example/vestland/newsletters/0198
      "
    `);
  });

  it("refuses an image without words, and what does not lead to the web", async () => {
    const image = { url: "https://vestland.example/1.png", alt: " ", width: 10, height: 10 };
    const with_ = (fields: Parameters<typeof item>[0]) => renderIssue({ ...issue, items: [item(fields)] });
    await expect(with_({ image })).rejects.toThrow("no alternative text");
    await expect(with_({ image: { ...image, alt: "Bord", url: "file:///x" } })).rejects.toThrow("of the web");
    await expect(with_({ link: { label: "x", url: "javascript:alert(1)" } })).rejects.toThrow("does not lead");
  });

  it("is refused with its size when mail programs would cut it", async () => {
    const body = "Eit avsnitt som er skrive i eitt strekk. ".repeat(1500);
    const refused = await issueMail({ ...issue, items: [item({ body }), item({ body })] });
    expect(refused).toMatchObject({ ok: false, reason: "too-large", limit: 100_000 });
    const sent = await issueMail(issue);
    expect(sent.ok && Buffer.byteLength(sent.mail.html)).toBeLessThan(25_000);
  });
});

describe("the colours of an issue", () => {
  const grounds = { light: [light.card, light.foot, light.page], dark: [dark.card, dark.foot, dark.page] };
  it.each(Object.entries(accents))("can be read in %s, in the light and in the dark", (_, accent) => {
    for (const scheme of ["light", "dark"] as const) {
      const { fill, onFill, link } = accent[scheme];
      expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5);
      const { ink, subtle } = scheme === "light" ? light : dark;
      for (const ground of grounds[scheme])
        for (const colour of [link, ink, subtle]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** The contrast of two colours (WCAG 2.1). */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
