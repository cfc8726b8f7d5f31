import { encode } from "uqr";

/** Light modules around the code, so that a reader finds its edge (ISO/IEC 18004, 9.1). */
const quiet = 4;

export type QrCode = {
  /** Modules along one side, the quiet zone included. */
  size: number;
  /** The dark modules, as the `d` of a path. */
  path: string;
};

/** An address as a QR code, drawn as one path with a run of dark modules at a time. */
export function qrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const runs: string[] = [];
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (x < size && row[x]) x += 1;
      runs.push(`M${from + quiet} ${y + quiet}h${x - from}v1h-${x - from}z`);
    }
  return { size: size + 2 * quiet, path: runs.join("") };
}
