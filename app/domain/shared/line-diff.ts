export type LineDiff = { kind: "same" | "removed" | "added"; text: string };

/** Over this many comparisons a text counts as written anew. */
const mostComparisons = 1_000_000;

/**
 * What becomes of the lines of a text: the lines that are kept in common order are as many as can be (longest common
 * subsequence), and what was removed stands before what was added in its place.
 */
export function diffLines(before: string, after: string): LineDiff[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  const left = Math.min(old.length, now.length) - start;
  while (end < left && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (lines: string[]) => lines.map((text): LineDiff => ({ kind: "same", text }));
  return [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))];
}

function between(old: string[], now: string[]): LineDiff[] {
  const removed = old.map((text): LineDiff => ({ kind: "removed", text }));
  const added = now.map((text): LineDiff => ({ kind: "added", text }));
  if (old.length * now.length > mostComparisons) return [...removed, ...added];
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const lines: LineDiff[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      lines.push({ kind: "same", text: old[i] ?? "" });
      i++;
      j++;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      lines.push({ kind: "removed", text: old[i] ?? "" });
      i++;
    } else {
      lines.push({ kind: "added", text: now[j] ?? "" });
      j++;
    }
  }
  return [...lines, ...removed.slice(i), ...added.slice(j)];
}
