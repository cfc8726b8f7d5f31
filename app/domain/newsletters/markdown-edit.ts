/** What a button over a text in Markdown does. */
export const marks = ["bold", "italic", "heading", "list", "numbers", "quote", "link"] as const;
export type Mark = (typeof marks)[number];

/** A text and what is chosen in it, from and to, counted as a text field counts. */
export type Chosen = { text: string; from: number; to: number };

/**
 * Puts a mark around what is chosen, or before each of its lines, and takes it away again where all of it has it. What
 * is chosen afterwards are the same words; for a link it is the address, to be written over.
 */
export function applyMark(chosen: Chosen, mark: Mark): Chosen {
  if (mark === "bold") return around(chosen, "**");
  if (mark === "italic") return around(chosen, "_");
  if (mark === "link") return linked(chosen);
  return before(chosen, mark);
}

function around({ text, from, to }: Chosen, sign: string): Chosen {
  const [head, words, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const outside = head.endsWith(sign) && tail.startsWith(sign);
  if (outside)
    return {
      text: head.slice(0, -sign.length) + words + tail.slice(sign.length),
      from: from - sign.length,
      to: to - sign.length,
    };
  const bare = words.trim();
  if (bare.length > 2 * sign.length && bare.startsWith(sign) && bare.endsWith(sign)) {
    const inner = bare.slice(sign.length, -sign.length);
    return { text: head + words.replace(bare, () => inner) + tail, from, to: to - 2 * sign.length };
  }
  // A mark beside a space is no mark.
  const lead = words.length - words.trimStart().length;
  const marked = words.slice(0, lead) + sign + bare + sign + words.slice(lead + bare.length);
  const start = from + lead + sign.length;
  return { text: head + marked + tail, from: start, to: start + bare.length };
}

const address = "https://";

function linked({ text, from, to }: Chosen): Chosen {
  const words = text.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const marked = isAddress ? `[](${words})` : `[${words}](${address})`;
  const at = isAddress ? from + 1 : from + words.length + 3;
  return {
    text: text.slice(0, from) + marked + text.slice(to),
    from: at,
    to: isAddress ? at : at + address.length,
  };
}

const signs = { heading: /^#{1,6} /, list: /^[-*+] /, numbers: /^\d+[.)] /, quote: /^> ?/ } as const;

function before({ text, from, to }: Chosen, mark: keyof typeof signs): Chosen {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", Math.max(from, to > from && text[to - 1] === "\n" ? to - 1 : to));
  const end = found < 0 ? text.length : found;
  const lines = text.slice(start, end).split("\n");
  const written = lines.filter((line) => line.trim() !== "");
  const has = written.length > 0 && written.every((line) => signs[mark].test(line));
  const one = written.length === 0;
  let number = 0;
  const changed = lines.map((line) => {
    if (line.trim() === "" && !one) return line;
    if (has) return line.replace(signs[mark], "");
    const bare = Object.values(signs).reduce((rest, sign) => rest.replace(sign, ""), line);
    number += 1;
    return { heading: "## ", list: "- ", numbers: `${number}. `, quote: "> " }[mark] + bare;
  });
  const all = changed.join("\n");
  const whole = text.slice(0, start) + all + text.slice(end);
  if (from === to) {
    const place = Math.max(start, from + all.length - (end - start));
    return { text: whole, from: place, to: place };
  }
  return { text: whole, from: start, to: start + all.length };
}
