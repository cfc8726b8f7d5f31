import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillTokens, tokensIn } from "~/domain/newsletters/fill-tokens";
import { unsubscribeToken } from "~/domain/newsletters/unsubscribe-mail";

const values = { unsubscribe: "https://x.example/u/1", preferences: "https://x.example/p/1", why: "Fordi & slik" };

describe("filling in a mail", () => {
  it("fills each token wherever it stands", () => {
    expect(fillTokens("{{why}} – {{unsubscribe}}, {{why}}", values)).toEqual({
      ok: true,
      text: "Fordi & slik – https://x.example/u/1, Fordi & slik",
    });
  });

  it("names the first token that is left: unknown, without value, or with an empty one", () => {
    expect(fillTokens("{{why}} {{namn}}", values)).toEqual({ ok: false, token: "namn" });
    expect(fillTokens("{{why}}", {})).toEqual({ ok: false, token: "why" });
    expect(fillTokens("{{why}}", { why: "" })).toEqual({ ok: false, token: "why" });
    expect(fillTokens("{{ why }}", values)).toEqual({ ok: false, token: " why " });
    expect(fillTokens("{{førenamn}}", values)).toEqual({ ok: false, token: "førenamn" });
    expect(fillTokens("{{constructor}}", values)).toEqual({ ok: false, token: "constructor" });
  });

  it("reads no token in what it fills in", () => {
    expect(fillTokens("{{why}}", { why: "{{unsubscribe}} $& $1" })).toEqual({
      ok: true,
      text: "{{unsubscribe}} $& $1",
    });
  });

  it("leaves every other text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("{", "}", " ", "a", "\n", "ø") }), (text) => {
        if (tokensIn(text).length === 0) expect(fillTokens(text, values)).toEqual({ ok: true, text });
      }),
    );
  });
});

describe("a mail that asks to leave (M1)", () => {
  const token = "abcdefghijklmnopqrstuvwxyz-_0123";

  it("reads its own subject back, answered or forwarded, and no other", () => {
    expect(unsubscribeToken(`unsubscribe ${token}`)).toBe(token);
    expect(unsubscribeToken(`SV: Unsubscribe: ${token} `)).toBe(token);
    expect(unsubscribeToken("unsubscribe")).toBeNull();
    expect(unsubscribeToken(`Do not unsubscribe ${token}`)).toBeNull();
  });
});
