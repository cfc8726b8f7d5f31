import { createTransport } from "nodemailer";
import { describe, expect, it, onTestFinished } from "vitest";
import { openBrowser } from "#tests/support/browser";
import { startSmtp } from "#tests/support/smtp";

describe("the tests' own SMTP server", () => {
  it("keeps what it accepts, and refuses whom it is told to", async () => {
    const smtp = await startSmtp({
      refuse: (recipient) => (recipient.startsWith("gone@") ? { code: 550, text: "No such user" } : undefined),
    });
    onTestFinished(smtp.stop);
    const transport = createTransport(smtp.url);
    await transport.sendMail({ from: "a@a.example", to: "b@b.example", subject: "Møte", text: "Hei" });
    expect(smtp.mails).toMatchObject([{ from: "a@a.example", to: ["b@b.example"] }]);
    expect(smtp.mails[0]?.raw.toString()).toContain("Subject: =?UTF-8?");
    const refused = transport.sendMail({ from: "a@a.example", to: "gone@b.example", text: "Hei" });
    await expect(refused).rejects.toMatchObject({ responseCode: 550 });
  });
});

describe("the tests' own browser", () => {
  it("opens a page and runs its scripts", async () => {
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.setContent("<p>æøå</p><script>document.querySelector('p').append('!')</script>");
    expect(await page.textContent("p")).toBe("æøå!");
  });
});
