import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "~/ui/markdown";

const html = (text: string, headingLevel?: number) =>
  renderToStaticMarkup(<Markdown text={text} {...(headingLevel && { headingLevel })} />);

describe("Markdown on a page", () => {
  it("is elements, each in the direction of its own words", () => {
    expect(html("Hei **du**\n\n1. ein\n2. to")).toBe(
      '<div class="sv-md"><p dir="auto">Hei <strong>du</strong></p>' +
        '<ol start="1"><li dir="auto">ein</li><li dir="auto">to</li></ol></div>',
    );
  });

  it("begins its headings where the page is, and skips no level down to the sixth", () => {
    expect(html("## Mål\n\n### Kven\n\n###### Djupt", 4).match(/<h\d/g)).toEqual(["<h4", "<h5", "<h6"]);
  });

  it("begins there too when its headings stand in quotations and lists", () => {
    expect(html("> # Mål").match(/<h[^> ]*/g)).toEqual(["<h3"]);
    expect(html("### Mål\n\n> # Kven\n\n- ## Korleis").match(/<h[^> ]*/g)).toEqual(["<h5", "<h3", "<h4"]);
  });

  it("has table heads", () => {
    expect(html("|A|B|\n|-|-|\n|a|b|")).toContain('<th dir="auto" scope="col">A</th>');
  });

  it("never writes markup of the text's own", () => {
    expect(html('<img src=x onerror="alert(1)"> [x](javascript:alert(1)) `<b>`')).not.toMatch(/<(img|a|b)\b/);
  });
});
