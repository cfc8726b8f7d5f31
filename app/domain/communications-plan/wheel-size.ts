/** The measures of a wheel, in units of its box; centre in the middle of the box. */
export type WheelSize = {
  box: number;
  /** The least radius of what is left in the middle. */
  hub: number;
  /** From lane to lane; it gives way in a full year, a step at a time, down to `minPitch`. */
  lanePitch: number;
  minPitch: number;
  pitchStep: number;
  laneThickness: number;
  discRadius: number;
  corner: number;
  ringGap: number;
  rim: number;
  /** Where the names of the months stand: the middle of the letters. */
  monthRadius: number;
  monthFont: number;
  bandGap: number;
  bandPitch: number;
  bandThickness: number;
  font: number;
  numberFont: number;
  /** Arcs carry names, else their numbers alone. */
  names: boolean;
  numbers: boolean;
};

/** The wheel on a page and on paper. */
export const fullSize: WheelSize = {
  ...{ box: 720, hub: 56, lanePitch: 20, minPitch: 14, pitchStep: 1, laneThickness: 16.5, discRadius: 8.75, corner: 5 },
  ...{ ringGap: 6, rim: 330, monthRadius: 345, monthFont: 14, bandGap: 6, bandPitch: 18, bandThickness: 15 },
  ...{ font: 12.25, numberFont: 11.25, names: true, numbers: true },
};

/** The wheel on a small screen and in a panel: no text but the months' letters. */
export const compactSize: WheelSize = {
  ...{ box: 240, hub: 20, lanePitch: 5.5, minPitch: 3.5, pitchStep: 0.5, laneThickness: 4.4, discRadius: 2.6 },
  ...{ corner: 2.2, ringGap: 2.5, rim: 105, monthRadius: 113, monthFont: 10, bandGap: 3, bandPitch: 5 },
  ...{ bandThickness: 3, font: 0, numberFont: 0, names: false, numbers: false },
};

/** Under this pitch arcs carry numbers only (C5), and under the other nothing can be read on them. */
const namesFrom = 17;
const numbersFrom = 12;

/** The same wheel with lanes of another pitch, what lies in them as much narrower. */
export function atPitch(size: WheelSize, lanePitch: number): WheelSize {
  const k = lanePitch / size.lanePitch;
  return {
    ...size,
    lanePitch,
    laneThickness: size.laneThickness * k,
    discRadius: size.discRadius * k,
    corner: size.corner * k,
    numberFont: size.numberFont * Math.max(k, 0.85),
    names: size.names && lanePitch >= namesFrom,
    numbers: size.numbers && lanePitch >= numbersFrom,
  };
}
