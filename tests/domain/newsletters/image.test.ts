import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareImage, imageName, largestImage, readImage, sizeOfName } from "~/domain/newsletters/image";

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0));
const chunk = (name: string, data: number[]) => [
  ...[24, 16, 8, 0].map((shift) => (data.length >> shift) & 255),
  ...text(name),
  ...data,
  0,
  0,
  0,
  0,
];
const head = (width: number, height: number) => [
  0,
  0,
  width >> 8,
  width & 255,
  0,
  0,
  height >> 8,
  height & 255,
  8,
  2,
  0,
  0,
  0,
];
const png = (width: number, height: number, ...more: number[][]) =>
  new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", head(width, height)),
    ...more.flat(),
    ...chunk("IDAT", [1, 2, 3]),
    ...chunk("IEND", []),
  ]);

const segment = (marker: number, data: number[]) => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];
const exif = (turn: number) =>
  segment(0xe1, [
    ...text("Exif\0\0II*\0"),
    ...[8, 0, 0, 0, 2, 0],
    ...[0x10, 0x01, 2, 0, 4, 0, 0, 0, ...text("Sony")],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0],
    ...[0, 0, 0, 0],
    ...text("GPS 60.39 N"),
  ]);
const jpeg = (width: number, height: number, ...more: number[][]) =>
  new Uint8Array([
    0xff,
    0xd8,
    ...more.flat(),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[9, 9, 9, 0xff, 0xd9],
  ]);

describe("an uploaded image", () => {
  it("is told by its bytes, with its size", () => {
    expect(readImage(png(640, 480))).toEqual({ ok: true, type: "image/png", width: 640, height: 480 });
    expect(readImage(jpeg(1200, 800))).toEqual({ ok: true, type: "image/jpeg", width: 1200, height: 800 });
  });

  it("is as high as it is wide where it is to be turned", () => {
    expect(readImage(jpeg(1200, 800, exif(6)))).toMatchObject({ width: 800, height: 1200 });
    expect(readImage(jpeg(1200, 800, exif(1)))).toMatchObject({ width: 1200, height: 800 });
  });

  it("is refused when it is nothing, too large or something else", () => {
    expect(readImage(new Uint8Array())).toEqual({ ok: false, reason: "empty" });
    expect(readImage(new Uint8Array(largestImage + 1))).toEqual({ ok: false, reason: "too-large" });
    for (const words of ["<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "%PDF-1.7", "\xff\xd8\xff"])
      expect(readImage(new Uint8Array(text(words)))).toEqual({ ok: false, reason: "other" });
    expect(readImage(png(0, 480))).toEqual({ ok: false, reason: "other" });
    expect(readImage(png(65_000, 480))).toEqual({ ok: false, reason: "other" });
  });

  it("keeps nothing of where and with what it was taken, but how it is turned", () => {
    const bare = bareImage(jpeg(1200, 800, segment(0xe0, text("JFIF\0")), exif(6), segment(0xfe, text("av Kari"))));
    const written = String.fromCharCode(...bare);
    expect(written).not.toMatch(/GPS|Sony|Kari/);
    expect(written).toContain("JFIF");
    expect(readImage(bare)).toMatchObject({ ok: true, width: 800, height: 1200 });
    const drawn = bareImage(png(10, 10, chunk("tEXt", text("Author\0Kari"))));
    expect([...drawn]).toEqual([...png(10, 10)]);
  });

  it("is read whatever the bytes are, and stripping changes neither kind nor size", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 120 }).map((rest) => new Uint8Array([0xff, 0xd8, ...rest])),
      fc.uint8Array({ maxLength: 60 }).map((rest) => jpeg(300, 200, segment(0xe1, [...text("Exif\0\0"), ...rest]))),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        const whole = new Uint8Array(some);
        expect(readImage(bareImage(whole))).toEqual(readImage(whole));
      }),
    );
  });

  it("is kept under a name that tells its size", () => {
    expect(sizeOfName(imageName({ width: 640, height: 480 }))).toEqual({ width: 640, height: 480 });
    expect(sizeOfName("ferie.jpg")).toEqual({ width: 0, height: 0 });
  });
});
