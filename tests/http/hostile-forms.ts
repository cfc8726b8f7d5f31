/** A form as a page serves it: where it posts, what stands in its fields, and what its buttons say. */
export type ServedForm = {
  page: string;
  action: string;
  fields: [string, string][];
  /** The fields that anything can be typed in. */
  texts: string[];
  files: string[];
  buttons: ([string, string] | null)[];
};

const entities: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const plain = (html: string) => html.replace(/&(?:amp|quot|#x27|lt|gt);/g, (found) => entities[found] ?? found);

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:="([^"]*)"|(?=[\\s>/]))`, "i").exec(tag);
  return found ? plain(found[1] ?? "") : null;
}

/** The forms of a page that post, as a browser would send them untouched. */
export function formsIn(html: string, page: string): ServedForm[] {
  const own = page.replace(/\?.*$/, "");
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = "", body = ""]) => {
    if (attribute(` ${tag}`, "method")?.toLowerCase() !== "post") return [];
    const outer = attribute(` ${tag}`, "id");
    const belonging = outer
      ? [...html.matchAll(/<(?:input|button|select)\b[^>]*>/g)].flatMap(([one]) =>
          attribute(one, "form") === outer ? [one] : [],
        )
      : [];
    const all = body + belonging.join("");
    const fields: [string, string][] = [];
    const files: string[] = [];
    const texts: string[] = [];
    for (const [input] of all.matchAll(/<input\b[^>]*>/g)) {
      const [name, type] = [attribute(input, "name"), attribute(input, "type")];
      if (!name) continue;
      if (type === "file") files.push(name);
      else if (!type || /^(text|search)$/.test(type)) texts.push(name);
      if (type !== "file") fields.push([name, attribute(input, "value") ?? (type === "checkbox" ? "on" : "")]);
    }
    for (const [, area = "", text = ""] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
      fields.push([attribute(` ${area}`, "name") ?? "", plain(text)]);
    for (const [, area = ""] of body.matchAll(/<textarea\b([^>]*)>/g)) texts.push(attribute(` ${area}`, "name") ?? "");
    for (const [, select = "", options = ""] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const choices = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = choices.find((option) => attribute(option, "selected") !== null) ?? choices[1] ?? choices[0] ?? "";
      fields.push([attribute(` ${select}`, "name") ?? "", attribute(chosen, "value") ?? ""]);
    }
    const buttons = [...all.matchAll(/<button\b[^>]*>/g)].flatMap(([button]): [string, string][] => {
      const name = attribute(button, "name");
      return name ? [[name, attribute(button, "value") ?? ""]] : [];
    });
    // Of what may be ticked, once is enough.
    const once = [...new Map(fields.filter(([name]) => name).map((field) => [field[0], field])).values()];
    return [
      {
        action: (attribute(` ${tag}`, "action") || own).replace(/#.*$/, ""),
        ...{ page, fields: once, texts, files },
        buttons: buttons.length > 0 ? [...new Map(buttons.map((one) => [one.join("\n"), one])).values()] : [null],
      },
    ];
  });
}

/** What shows that a value came out of a page as it went in. */
export const planted = "<hostile-tag";

/** An id that nothing has. */
export const stranger = "0190a000-0000-7000-8000-000000000000";

/** What nobody types: in text, and where an id, a day or a number stands; `foreign` is another region's id. */
export function hostileValues(foreign: string): { text: string[]; typed: string[] } {
  const text = [
    ...["å".repeat(10_000), "\ud83d løyst \udc00", "مرحبا \u202e 👩‍👩‍👧‍👦🎙️ \u2066", "a\u0000b", " ", "x"],
    ...[
      "\u0001\u0008\u001b[31m\u007f\u2028\u2029\ufeff\r\n\t",
      "' OR 1=1; DROP TABLE person; --",
      "=cmd|' /C calc'!A0",
    ],
    ...[
      "../../../../etc/passwd",
      "%",
      "%00%ff",
      "\\",
      "{{7*7}}",
      "__proto__",
      "null",
      "javascript:alert(1)",
      "http://[::1",
    ],
    ...[
      "https://x y",
      "//evil.example",
      "a@b@c",
      "x@example.com\nBcc: y@example.com",
      "2026-02-30",
      "9".repeat(400),
      "",
    ],
  ];
  const typed = [
    ...[
      "not-a-uuid",
      "2026-02-30",
      stranger,
      "2147483648",
      foreign,
      "9999-12-31",
      "",
      "-1",
      `${stranger.slice(0, -1)}g`,
    ],
    ...[
      "0001-01-01",
      "1e309",
      "a\u0000b",
      "__proto__",
      "+275760-09-13",
      `actor:${stranger}`,
      "NaN",
      "å".repeat(10_000),
    ],
    ...[
      `municipality:${foreign}`,
      "0000-00-00",
      "1.5",
      "constructor",
      "25:61",
      "9".repeat(400),
      "2026-01-01T00:00:00Z",
    ],
    ...["0x10", "toString", "٣", '{"$ne":null}', "[object Object]", "javascript:alert(1)", "-Infinity", "http://[::1"],
  ];
  return { text, typed };
}

type Values = ReturnType<typeof hostileValues>;

/** Markup that a page must not show as it is, in text that may be saved. */
const markup = `">${planted} onmouseover=alert(1)><script>hostile()</script> \u202e🎙️`;

type Pressed = [string, string] | null;

function filled(fields: [string, string][], pressed: Pressed): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  if (pressed) body.append(...pressed);
  return body;
}

const buttonless = (form: ServedForm, pressed: Pressed) => form.fields.filter(([name]) => name !== pressed?.[0]);

/** A form with one field changed at a time, the others as they stand: some values for each, so that all are met. */
export function oneFieldAtATime(form: ServedForm, values: Values, turn: number): FormData[] {
  return form.buttons.flatMap((pressed, button) => {
    const fields = buttonless(form, pressed);
    return fields.slice(0, 24).flatMap(([changed], at) => {
      const [from, most] = form.texts.includes(changed) ? [values.text, 1] : [values.typed, 2];
      const some = Array.from(
        { length: most },
        (_, n) => from[(turn * 11 + button * 7 + at * 5 + n * 13) % from.length],
      );
      return some.map((value = "") =>
        filled(
          fields.map(([name, own]) => [name, name === changed ? value : own]),
          pressed,
        ),
      );
    });
  });
}

/**
 * A form as a whole: empty, and in turn all fields alike, repeated, as lists, or with files where there is text; and
 * text where there are files.
 */
export function wholeForms(form: ServedForm, values: Values, turn: number): FormData[] {
  return form.buttons.flatMap((pressed, button) => {
    const fields = buttonless(form, pressed);
    const repeated = filled([...fields, ...fields.map(([name]): [string, string] => [name, planted])], pressed);
    const lists = filled(
      fields.flatMap(([name, own]): [string, string][] => {
        const other = name.endsWith("[]") ? name.slice(0, -2) : `${name}[]`;
        return [
          [other, own],
          [other, "x"],
          [`${name}[__proto__]`, "x"],
        ];
      }),
      pressed,
    );
    const files = filled([], pressed);
    for (const [name] of fields) files.append(name, new Blob(["\u0000PK\u0003\u0004"]), "../../\u202etxt.exe");
    const texts = form.files.map((name): [string, string] => [name, "../../etc/passwd"]);
    const value = values.typed[(turn * 3 + button) % values.typed.length] ?? "";
    const ways = [allAlike(form, pressed, value), repeated, lists, files];
    const some = [0, 1].flatMap((n) => ways[(turn + button + n * 2) % ways.length] ?? []);
    return [filled([], pressed), ...some, ...(texts.length > 0 ? [filled([...fields, ...texts], pressed)] : [])];
  });
}

/** A form with markup in every field, and with markup where text is asked for alone, by each of its buttons. */
export function markupForms(form: ServedForm): FormData[] {
  return form.buttons.flatMap((pressed) => [
    filled(
      buttonless(form, pressed).map(([name, own]) => [name, form.texts.includes(name) ? markup : own]),
      pressed,
    ),
    allAlike(form, pressed, markup),
  ]);
}

const allAlike = (form: ServedForm, pressed: Pressed, value: string) =>
  filled(
    buttonless(form, pressed).map(([name]) => [name, value]),
    pressed,
  );

const bytes = (text: string) => new Blob([Uint8Array.from(text, (sign) => sign.charCodeAt(0))]);
const urlencoded = "application/x-www-form-urlencoded";

/** Bodies that are no form, with what they say they are; two in turn. */
export function brokenBodies(fields: [string, string][], turn: number): { type: string; body: Blob }[] {
  const [name] = fields[0] ?? ["intent"];
  const all = [
    { type: urlencoded, body: bytes(`${name}=%ED%A0%80%FF&${name}=\xff\xfe&=x&&%=%&${name}%00=1`) },
    { type: urlencoded, body: bytes(`${name}=x&`.repeat(2000)) },
    { type: "multipart/form-data", body: bytes("--x\r\n") },
    {
      type: "multipart/form-data; boundary=x",
      body: bytes(`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\ny`),
    },
    { type: "application/json", body: bytes('{"__proto__":{"x":1}}') },
    { type: "text/plain", body: bytes("") },
  ];
  return [0, 1].flatMap((n) => all[(turn * 2 + n) % all.length] ?? []);
}
