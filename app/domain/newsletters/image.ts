/** The largest image taken. Bytes. */
export const largestImage = 10 * 1024 * 1024;

export type ImageSize = { width: number; height: number };
export type ImageVerdict =
  | ({ ok: true; type: "image/png" | "image/jpeg" } & ImageSize)
  | { ok: false; reason: "empty" | "too-large" | "other" };

/**
 * What an uploaded image is, as its bytes say: PNG (ISO/IEC 15948, 11.2.2) or JPEG (ISO/IEC 10918-1, B.2.2), which all
 * mail programs show, and its size in pixels.
 */
export function readImage(bytes: Uint8Array): ImageVerdict {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > largestImage) return { ok: false, reason: "too-large" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(view) ?? jpegSize(view);
  if (!size || size.width === 0 || size.height === 0) return { ok: false, reason: "other" };
  return { ok: true, ...size };
}

function pngSize(view: DataView) {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  if (view.getUint32(12) !== 0x49484452) return null;
  return { type: "image/png" as const, width: view.getUint32(16), height: view.getUint32(20) };
}

/** The first frame's header says the size: markers C0 to CF, but DHT (C4), JPG (C8) and DAC (CC). */
function jpegSize(view: DataView) {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: "image/jpeg" as const, width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += alone ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** A stored image is named by its size, so that a mail can say it without reading the bytes: "1200x800". */
export const imageName = ({ width, height }: ImageSize): string => `${width}x${height}`;

/** The size a stored image's name says. */
export function sizeOfName(name: string): ImageSize {
  const [, width = "0", height = "0"] = /^(\d+)x(\d+)$/.exec(name) ?? [];
  return { width: Number(width), height: Number(height) };
}
