/** The largest image taken. Bytes. */
export const largestImage = 10 * 1024 * 1024;

/** How wide a mail shows an image at most, and how wide the browser makes one before it is sent. Pixels. */
export const imageWidth = 1200;

/** What a form lets one choose; the bytes decide. */
export const imageEndings = ".jpg,.jpeg,.png";

const mostPixels = 12_000;

export type ImageSize = { width: number; height: number };
export type ReadImage =
  | ({ ok: true; type: "image/png" | "image/jpeg" } & ImageSize)
  | { ok: false; reason: "empty" | "too-large" | "other" };

/** What an uploaded image is and how large it is shown. Its bytes say it, whatever it is called. */
export function readImage(bytes: Uint8Array): ReadImage {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > largestImage) return { ok: false, reason: "too-large" };
  const read = startsWith(bytes, pngMark)
    ? { type: "image/png" as const, size: pngSize(bytes) }
    : { type: "image/jpeg" as const, size: jpegSize(bytes) };
  if (!read.size) return { ok: false, reason: "other" };
  const { width, height } = read.size;
  if (width < 1 || height < 1 || width > mostPixels || height > mostPixels) return { ok: false, reason: "other" };
  return { ok: true, type: read.type, width, height };
}

/** A stored image is named by its size, so that a mail can say it without reading the bytes: "1200x800". */
export const imageName = ({ width, height }: ImageSize): string => `${width}x${height}`;

/** The size a stored image's name says. */
export function sizeOfName(name: string): ImageSize {
  const [, width = "0", height = "0"] = /^(\d+)x(\d+)$/.exec(name) ?? [];
  return { width: Number(width), height: Number(height) };
}

/**
 * The same image without what a camera or a program has written into it, as the place where it was taken. How it is to
 * be turned, its colours and its picture stay.
 */
export function bareImage(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const parts = startsWith(bytes, pngMark) ? pngParts(bytes) : jpegParts(bytes);
  if (!parts) return bytes;
  const bare = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bare.set(part, at);
    at += part.length;
  }
  return bare;
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** IHDR is the first chunk (PNG, section 5.6). */
function pngSize(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < 33 || ascii(bytes, 12, 4) !== "IHDR") return null;
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const pngWords = new Set(["tEXt", "zTXt", "iTXt", "tIME", "eXIf"]);

function pngParts(bytes: Uint8Array): Uint8Array[] | null {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = ascii(bytes, at + 4, 4);
    if (!pngWords.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return parts;
    at = end;
  }
  return null;
}

type Segment = { marker: number; at: number; end: number };

/** The segments before the picture itself (ITU-T T.81, annex B); null where the bytes are no JPEG. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = viewOf(bytes);
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    segments.push({ marker, at, end });
    if (marker === 0xda) return segments;
    at = end;
  }
  return null;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): ImageSize | null {
  const segments = segmentsOf(bytes);
  const frame = segments?.find(({ marker }) => isFrame(marker));
  if (!segments || !frame || frame.end < frame.at + 9) return null;
  const view = viewOf(bytes);
  const size = { height: view.getUint16(frame.at + 5), width: view.getUint16(frame.at + 7) };
  // From the fifth on it is shown lying (Exif 2.3, tag 0x0112).
  return turnOf(bytes, segments) >= 5 ? { width: size.height, height: size.width } : size;
}

/** How the picture is to be turned: 1 as it is, to 8. */
function turnOf(bytes: Uint8Array, segments: Segment[]): number {
  const exif = segments.find(({ marker, at }) => marker === 0xe1 && ascii(bytes, at + 4, 6) === "Exif\0\0");
  if (!exif || exif.end < exif.at + 18) return 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset + exif.at + 10, exif.end - exif.at - 10);
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  if (first + 2 > view.byteLength) return 1;
  const count = view.getUint16(first, little);
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + entry * 12;
    if (at + 12 > view.byteLength) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

/** APP1 and APP3 to APP13 and comments hold words; APP0 is JFIF, APP2 the colours and APP14 how they are written. */
function jpegParts(bytes: Uint8Array): Uint8Array[] | null {
  const segments = segmentsOf(bytes);
  const scan = segments?.at(-1);
  if (!segments || scan?.marker !== 0xda) return null;
  const words = (marker: number) =>
    (marker >= 0xe1 && marker <= 0xef && ![0xe2, 0xee].includes(marker)) || marker === 0xfe;
  const turn = turnOf(bytes, segments);
  const kept = segments
    .filter((one) => one !== scan && !words(one.marker))
    .map(({ at, end }) => bytes.subarray(at, end));
  return [bytes.subarray(0, 2), ...(turn === 1 ? [] : [turnSegment(turn)]), ...kept, bytes.subarray(scan.at)];
}

/** An Exif segment that says how the picture is to be turned and nothing else. */
function turnSegment(turn: number): Uint8Array {
  const head = [0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
  return new Uint8Array([...head, ...tiff]);
}
