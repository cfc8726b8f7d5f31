import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { largestPaper, paperType } from "~/domain/papers/paper-type";

const bytes = (text: string) => new TextEncoder().encode(text);
const raw = (...head: number[]) => new Uint8Array([...head, ...new Uint8Array(64)]);

/** A packed file as an office program writes it. */
const packed = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, bytes("<x/>")])));
const openDocument = (type: string) =>
  zipSync({ mimetype: [bytes(type), { level: 0 }], "content.xml": bytes("<x/>") } as never);

describe("the type of a paper", () => {
  it.each([
    ["pdf", bytes("%PDF-1.7\n%âãÏÓ")],
    ["png", raw(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ["jpg", raw(0xff, 0xd8, 0xff, 0xe0)],
    ["docx", packed("[Content_Types].xml", "word/document.xml")],
    ["xlsx", packed("_rels/.rels", "[Content_Types].xml", "xl/workbook.xml")],
    ["pptx", packed("[Content_Types].xml", "ppt/presentation.xml")],
    ["odt", openDocument("application/vnd.oasis.opendocument.text")],
    ["ods", openDocument("application/vnd.oasis.opendocument.spreadsheet")],
    ["odp", openDocument("application/vnd.oasis.opendocument.presentation")],
    ["txt", bytes("Sakliste for møtet\r\n1. Godkjenning\n")],
    ["txt", new Uint8Array([0x4d, 0xf8, 0x74, 0x65])],
  ])("is %s by the bytes, whatever the file is called", (ending, content) => {
    for (const name of ["sakliste", "sakliste.pdf", "sakliste.exe"])
      expect(paperType(content, name)).toMatchObject({ ok: true, ending });
  });

  it("tells a table from another text by its name", () => {
    expect(paperType(bytes("namn;e-post\n"), "liste.csv")).toMatchObject({ ok: true, ending: "csv" });
  });

  it.each([
    ["program", raw(0x4d, 0x5a, 0x90, 0x00)],
    ["program", raw(0x7f, 0x45, 0x4c, 0x46)],
    ["program", bytes("#!/bin/sh\nrm -rf /\n")],
    ["page", bytes("<!doctype html><script>alert(1)</script>")],
    ["page", bytes("\ufeff\n <svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["page", bytes('<?xml version="1.0"?><svg/>')],
    ["page", bytes("hello <script>alert(1)</script>")],
    ["macros", packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")],
    ["other", packed("anything.txt")],
    ["other", openDocument("application/epub+zip")],
    ["other", raw(0x47, 0x49, 0x46, 0x38)],
    ["other", raw(0x1f, 0x8b, 0x08)],
    ["empty", new Uint8Array()],
    ["too-large", new Uint8Array(largestPaper + 1)],
  ])("is refused as %s under an innocent name", (reason, content) => {
    expect(paperType(content, "sakliste.pdf")).toEqual({ ok: false, reason });
  });

  it.each(["js", "html", "bat", "vbs", "ps1", "svg", "hta"])(
    "refuses a text that is meant to be run: .%s",
    (ending) => {
      expect(paperType(bytes("start notepad"), `sakliste.${ending}`)).toEqual({ ok: false, reason: "page" });
    },
  );

  it("does not unpack: a file that would fill the disk is looked at by its names alone", () => {
    const bomb = zipSync({ "[Content_Types].xml": bytes(""), "word/document.xml": new Uint8Array(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(paperType(bomb, "x.docx").ok).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });

  it("has an answer to any bytes", () => {
    const heads = ["PK\u0003\u0004", "%PDF-", "", "<"].map((head) => [...head].map((letter) => letter.charCodeAt(0)));
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), fc.string(), (head, rest, name) => {
        expect(typeof paperType(new Uint8Array([...head, ...rest]), name).ok).toBe("boolean");
      }),
    );
  });
});
