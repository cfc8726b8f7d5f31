import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { Fragment } from "react";
import type { Block, Content, MailLocale } from "./content";

const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const ink = "#1e2327";
const subtle = "#525a61";
const line = "#d8dcdf";
const accent = "#0b6478";

/** Colours for those who read in the dark; mail clients that ignore it show the light ones. */
const dark = `@media (prefers-color-scheme: dark) {
  .page { background-color: #14181a !important; }
  .page td { background-color: transparent !important; }
  .card { background-color: #1c2124 !important; border-color: #3a4247 !important; }
  .ink { color: #eceff1 !important; }
  .subtle { color: #b3bcc2 !important; }
  .link { color: #8fd0e0 !important; }
  .button { background-color: #8fd0e0 !important; color: #06222a !important; }
  .note { background-color: #2b2a1e !important; }
  .line { border-color: #3a4247 !important; }
}`;

/** An address may break anywhere: one long word would widen the column past a phone's screen. */
const text = {
  color: ink,
  fontFamily: font,
  fontSize: "16px",
  lineHeight: "24px",
  margin: "0 0 16px",
  wordBreak: "break-word",
} as const;

/** Every mail's page: one column, no image and nothing fetched from elsewhere (M5). */
export function Layout({ content, locale }: { content: Content; locale: MailLocale }) {
  return (
    <Html lang={locale}>
      <Head>
        <title>{content.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{content.preview}</Preview>
      <Body className="page" style={{ backgroundColor: "#f4f5f6", margin: 0, padding: "24px 8px" }}>
        <Container
          className="card"
          style={{ backgroundColor: "#ffffff", border: `1px solid ${line}`, borderRadius: 8, padding: "24px 20px" }}
        >
          <Heading
            as="h1"
            className="ink"
            style={{ ...text, fontSize: "24px", lineHeight: "30px", fontWeight: 600, margin: "0 0 16px" }}
          >
            {content.heading}
          </Heading>
          {content.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
            <BlockView key={index} block={block} />
          ))}
          <Hr className="line" style={{ borderColor: line, margin: "24px 0 16px" }} />
          {content.footer.map((sentence) => (
            <Text key={sentence} className="subtle" style={{ ...text, ...small, margin: "0 0 8px" }}>
              {sentence}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}

const small = { color: subtle, fontSize: "14px", lineHeight: "20px" };

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <Text className="ink" style={text}>
          {block.text}
        </Text>
      );
    case "note":
      return (
        <Section className="note" style={{ backgroundColor: "#fdf6e3", borderRadius: 6, margin: "0 0 16px" }}>
          <Text className="ink" style={{ ...text, margin: "12px 14px" }}>
            {block.text}
          </Text>
        </Section>
      );
    case "facts":
      return block.rows.map(({ label, value, before }) => (
        <Text key={label} className="ink" style={text}>
          <span className="subtle" style={small}>
            {label}
          </span>
          <br />
          <strong style={{ fontWeight: 600 }}>{value}</strong>
          {before && (
            <>
              <br />
              <span className="subtle" style={small}>
                {before}
              </span>
            </>
          )}
        </Text>
      ));
    case "code":
      return (
        <>
          <Text className="ink" style={{ ...text, margin: "0 0 8px" }}>
            {block.label}
          </Text>
          <Text
            className="ink"
            style={{ ...text, fontSize: "28px", lineHeight: "36px", fontWeight: 600, letterSpacing: "4px" }}
          >
            {block.code}
          </Text>
        </>
      );
    case "action":
      return (
        <Section style={{ margin: "8px 0 24px" }}>
          <Button className="button" href={block.href} style={button}>
            {block.label}
          </Button>
        </Section>
      );
    case "list":
      return (
        <>
          <Heading
            as="h2"
            className="ink"
            style={{ ...text, fontSize: "18px", lineHeight: "26px", fontWeight: 600, margin: "0 0 8px" }}
          >
            {block.heading}
          </Heading>
          <ul className="ink" style={{ ...text, paddingLeft: "20px" }}>
            {block.items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
              <li key={index} style={{ margin: "0 0 6px" }}>
                {item}
              </li>
            ))}
          </ul>
        </>
      );
    case "section":
      return (
        <>
          <Heading
            as="h2"
            className="ink"
            style={{ ...text, fontSize: "18px", lineHeight: "26px", fontWeight: 600, margin: "0 0 8px" }}
          >
            {block.heading}
          </Heading>
          {paragraphs(block.text).map((lines, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
            <Text key={index} className="ink" style={text}>
              {withBreaks(lines)}
            </Text>
          ))}
          {block.link && (
            <Text className="ink" style={text}>
              <Link className="link" href={block.link} style={{ color: accent, textDecoration: "underline" }}>
                {block.linkLabel ?? block.link}
              </Link>
            </Text>
          )}
        </>
      );
  }
}

const button = {
  backgroundColor: accent,
  borderRadius: 4,
  color: "#ffffff",
  fontFamily: font,
  fontSize: "16px",
  fontWeight: 600,
  padding: "14px 20px",
};

const paragraphs = (value: string) => value.split(/\n\s*\n/).filter((part) => part.trim());

const withBreaks = (value: string) =>
  value.split("\n").map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={index}>
      {index > 0 && <br />}
      {row}
    </Fragment>
  ));
