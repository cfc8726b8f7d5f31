import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, fileNameFor, nameFromFile } from "~/domain/papers/paper-name";

describe("the name of a paper", () => {
  it.each([
    ["Sakliste 14. mai.pdf", "Sakliste 14. mai"],
    ["C:\\Users\\meg\\Møte.docx", "Møte"],
    ["../../etc/passwd", "passwd"],
    ["fak\u202etura.fdp.exe", "faktura.fdp"],
    ["a\r\nb.txt", "ab"],
    [".pdf", ""],
  ])("of %j is %j", (file, name) => {
    expect(nameFromFile(file)).toBe(name);
  });

  it("ends as what the file is when it is fetched", () => {
    expect(fileNameFor("Sakliste", "application/pdf")).toBe("Sakliste.pdf");
    expect(fileNameFor("Sakliste.PDF", "application/pdf")).toBe("Sakliste.PDF");
    expect(fileNameFor("program.exe", "application/pdf")).toBe("program.exe.pdf");
    expect(fileNameFor("a/b: c?", "text/plain")).toBe("a b c.txt");
    expect(fileNameFor("///", "text/plain")).toBe("dokument.txt");
  });

  it("is told to the browser in both ways of RFC 6266", () => {
    expect(contentDisposition("Møte (vår).pdf")).toBe(
      "attachment; filename=\"Mte (var).pdf\"; filename*=UTF-8''M%C3%B8te%20%28v%C3%A5r%29.pdf",
    );
  });

  it("never breaks the header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const header = contentDisposition(fileNameFor(typed, "application/pdf"));
        expect(header).toMatch(/^attachment; filename="[ !#$&-~]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/);
        expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
      }),
    );
  });
});
