import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sniffText } from "~/domain/documents/sniff-text";

const text = "Mål\tNår\nÅrleg – «haust»\n";
const utf16 = (order: "le" | "be") => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((code, at) => {
    view.setUint16(at * 2, code, order === "le");
  });
  return bytes;
};

describe("sniffText", () => {
  it("reads UTF-8 with and without a byte order mark, and UTF-16 with one", () => {
    const utf8 = new TextEncoder().encode(text);
    for (const bytes of [utf8, new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), utf16("le"), utf16("be")]) {
      expect(sniffText(bytes)).toEqual({ ok: true, text });
    }
  });

  it("takes other bytes for Windows-1252", () => {
    expect(sniffText(new Uint8Array([0x4d, 0xe5, 0x6c, 0x20, 0x96]))).toEqual({ ok: true, text: "Mål –" });
  });

  it.each([
    ["a Word file", [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ["an old Word file", [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ["bytes with NUL", [0x61, 0x00, 0x62]],
    ["control characters", [0x01, 0x02, 0x61, 0x03]],
  ])("refuses %s as no text", (_, bytes) => {
    expect(sniffText(new Uint8Array(bytes))).toEqual({ ok: false, reason: "not-text" });
  });

  it("refuses nothing, and nothing but white space, as empty", () => {
    expect(sniffText(new Uint8Array())).toEqual({ ok: false, reason: "empty" });
    expect(sniffText(new TextEncoder().encode(" \r\n\t"))).toEqual({ ok: false, reason: "empty" });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void sniffText(bytes)));
  });
});
